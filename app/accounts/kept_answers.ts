import encryption from '@adonisjs/core/services/encryption'
import db from '@adonisjs/lucid/services/db'

/** A request that may come again under the same key. */
export interface KeyedRequest {
  userId: number
  key: string
  method: string
  /** With its query. */
  path: string
  bodyHash: string
  /** To tell what another request says otherwise; null where that is long. */
  said: Record<string, unknown> | null
}

/** What was answered, as it is answered again. */
export interface KeptAnswer {
  status: number
  headers: Record<string, string>
  body: string | null
}

/** The right to answer a request; another process has it once the lease was not renewed. */
export interface AnswerClaim {
  /** Of the request: the same when it is taken over from a process that died, another one a day later. */
  id: number
  lease: number
}

export type Claimed =
  | { is: 'ours'; claim: AnswerClaim }
  | { is: 'answered'; answer: KeptAnswer }
  | { is: 'in_flight' }
  | { is: 'another'; before: Omit<KeyedRequest, 'userId' | 'key'> }

const KEPT = `interval '24 hours'`
const LEASE = `interval '30 seconds'`

/** Well within the lease. */
export const RENEW_EVERY_MS = 10_000

/** Whose turn it is to answer a request of a key, and what it was answered before. */
export async function claimAnswer(request: KeyedRequest): Promise<Claimed> {
  const { userId, key } = request
  await forgetEnded(userId, key)
  const claim = await claimed(request)
  if (claim) return { is: 'ours', claim }
  const row = await db.from(TABLE).where({ user_id: userId, key }).first()
  return row ? stateOf(row, request) : claimAnswer(request) // given up meanwhile
}

/** Keeps the right while the answer is made. */
export async function renewClaim({ id, lease }: AnswerClaim): Promise<void> {
  await db.rawQuery(
    `update ${TABLE} set leased_until = now() + ${LEASE} where id = ? and lease = ? and status is null`,
    [id, lease]
  )
}

/** Sealed, for some answers tell a secret that is told only once. */
export async function keepAnswer({ id, lease }: AnswerClaim, answer: KeptAnswer): Promise<void> {
  const { status, headers, body } = answer
  await db
    .from(TABLE)
    .where({ id, lease })
    .update({ status, headers: JSON.stringify(headers), body: sealed(body), leased_until: null })
}

/** Nothing was done: the key is as if it had never come. */
export async function giveUpClaim({ id, lease }: AnswerClaim): Promise<void> {
  await db.from(TABLE).where({ id, lease }).whereNull('status').delete()
}

/** Removes answers older than a day, for whoever they were. @returns how many went */
export async function forgetAnswers(): Promise<number> {
  const { rowCount } = await db.rawQuery(`delete from ${TABLE} where ${IS_OVER}`)
  return rowCount
}

const TABLE = 'idempotent_requests'
const IS_OVER = `asked_at < now() - ${KEPT} and (leased_until is null or leased_until < now())`

async function forgetEnded(userId: number, key: string) {
  await db.rawQuery(`delete from ${TABLE} where user_id = ? and key = ? and ${IS_OVER}`, [
    userId,
    key,
  ])
}

/** Anew, or from a process that did not live to answer it. */
async function claimed(request: KeyedRequest): Promise<AnswerClaim | null> {
  const { userId, key, method, path, bodyHash, said } = request
  const { rows } = await db.rawQuery(
    `insert into ${TABLE} as before (user_id, key, method, path, body_hash, said, leased_until)
     values (:userId, :key, :method, :path, :bodyHash, :said, now() + ${LEASE})
     on conflict (user_id, key) do update
       set lease = before.lease + 1, leased_until = now() + ${LEASE}
       where before.leased_until < now() and (before.method, before.path, before.body_hash)
         = (excluded.method, excluded.path, excluded.body_hash)
     returning id, lease`,
    { userId, key, method, path, bodyHash, said: said && JSON.stringify(said) } as never
  )
  return rows[0] ? { id: Number(rows[0].id), lease: rows[0].lease } : null
}

function sealed(body: string | null): string | null {
  return body === null ? null : encryption.encrypt(body)
}

/** Null also where it was sealed with another APP_KEY: the status and where the thing is are told all the same. */
function opened(body: string | null): string | null {
  return body === null ? null : encryption.decrypt<string>(body)
}

type Row = Record<string, never>

function stateOf(row: Row, { method, path, bodyHash }: KeyedRequest): Claimed {
  const isSame = row.method === method && row.path === path && row.body_hash === bodyHash
  if (!isSame) {
    const { body_hash: hash, said } = row
    return { is: 'another', before: { method: row.method, path: row.path, bodyHash: hash, said } }
  }
  if (row.status === null) return { is: 'in_flight' }
  const { status, headers, body } = row
  return { is: 'answered', answer: { status, headers, body: opened(body) } }
}
