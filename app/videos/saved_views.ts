import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import SavedView from '#videos/saved_view'
import { recordAudit } from '#accounts/audit'
import { TooManyViews, ViewNameRefused, ViewNotFound } from '#videos/errors'
import type { Actor } from '#accounts/actor'

const MAX_NAME_LENGTH = 60
const MAX_VIEWS = 50

/** Those of one person, by name. */
export async function savedViewsOf(userId: number): Promise<SavedView[]> {
  return SavedView.query().where('user_id', userId).orderByRaw('lower(name)')
}

/** What the page opens with; null: all videos. */
export async function defaultViewOf(userId: number): Promise<SavedView | null> {
  return SavedView.findBy({ userId, isDefault: true })
}

export interface ViewToSave {
  userId: number
  name: string
  query: string
  isDefault: boolean
  by: Actor
}

/** Keeps a filter under a name; the same name again takes its place. @throws ViewNameRefused, TooManyViews */
export async function saveView({ userId, query, isDefault, by, ...given }: ViewToSave) {
  const name = given.name.replace(/\p{Cc}+/gu, ' ').trim()
  if (name.length === 0 || name.length > MAX_NAME_LENGTH) {
    throw new ViewNameRefused(name.length, MAX_NAME_LENGTH)
  }
  return db.transaction(async (trx) => {
    if (isDefault) await withoutDefault(trx, userId)
    const view = await SavedView.updateOrCreate(
      { userId, name },
      { query, isDefault },
      { client: trx }
    )
    await refuseTooMany(trx, userId)
    await tell(trx, view, { action: 'view.saved', by })
    return view
  })
}

async function refuseTooMany(trx: TransactionClientContract, userId: number) {
  const [{ n }] = await trx.from('saved_views').where('user_id', userId).count('* as n')
  if (n > MAX_VIEWS) throw new TooManyViews(MAX_VIEWS)
}

/** The view that the page opens with, or no longer. @throws ViewNotFound */
export async function makeDefault(of: OwnView & { isDefault: boolean }) {
  await db.transaction(async (trx) => {
    const view = await ownView(trx, of)
    await withoutDefault(trx, of.userId)
    await view.merge({ isDefault: of.isDefault }).save()
    await tell(trx, view, { action: 'view.default_changed', by: of.by })
  })
}

/** @throws ViewNotFound */
export async function deleteView(of: OwnView) {
  await db.transaction(async (trx) => {
    const view = await ownView(trx, of)
    await view.delete()
    await tell(trx, view, { action: 'view.deleted', by: of.by })
  })
}

export interface OwnView {
  id: number
  userId: number
  by: Actor
}

async function ownView(trx: TransactionClientContract, { id, userId }: OwnView) {
  const view = await SavedView.query({ client: trx }).where({ id, userId }).forUpdate().first()
  if (!view) throw new ViewNotFound(id)
  return view
}

async function withoutDefault(trx: TransactionClientContract, userId: number) {
  await trx
    .from('saved_views')
    .where({ user_id: userId, is_default: true })
    .update({ is_default: false })
}

async function tell(
  trx: TransactionClientContract,
  view: SavedView,
  { action, by }: { action: string; by: Actor }
) {
  const { id, name, query, isDefault } = view
  const details = { name, query, isDefault }
  await recordAudit({ by, action, subject: { type: 'saved_view', id }, details }, trx)
}
