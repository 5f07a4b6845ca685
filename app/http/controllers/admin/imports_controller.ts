import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { consoleActor } from '#http/controllers/admin/console_actor'
import { done, isRefusal, refuse, unlessRefused } from '#http/controllers/admin/refusal'
import { plural } from '#http/words/labels'
import { cancelImport, retryImport } from '#jobs/imports/change_import'
import { findImport, walkImports } from '#jobs/imports/find_import'
import StartImport from '#jobs/imports/start_import'
import { liveWorkers } from '#jobs/worker_registry'
import { presetsOnOffer } from '#presets/presets_on_offer'
import { ImportRoots } from '#videos/watched/import_roots'
import type { Actor } from '#accounts/actor'

const PAGE = '/imports'
const FORM = { path: PAGE, at: 'import' } as const
const PER_PAGE = 25
const MOST_LINES = 100

const fields = vine.create({
  addresses: vine.string().trim().minLength(1).maxLength(100_000),
  preset: vine.string().maxLength(200).nullable().optional(),
  duplicate: vine.enum(['allow', 'reuse'] as const).optional(),
})

/** Files that are fetched by address, or from a folder of the server. */
@inject()
export default class ImportsController {
  constructor(
    private startImport: StartImport,
    private roots: ImportRoots
  ) {}

  async index({ request, view }: HttpContext) {
    const after = request.input('after')
    const page = { perPage: PER_PAGE, ...(typeof after === 'string' && { after }) }
    const [imports, presets, workers] = await Promise.all([
      walkImports(page),
      presetsOnOffer(),
      liveWorkers(),
    ])
    const isAlone = workers.length === 0 && imports.items.some(({ finishedAt }) => !finishedAt)
    const isLater = page.after !== undefined
    const { paths } = this.roots
    return view.render('pages/admin/imports/index', { imports, presets, isAlone, isLater, paths })
  }

  /** Each line by itself: what is refused stays in the box, the others are on their way. */
  async store(ctx: HttpContext) {
    const [wrong, asked] = await fields.tryValidate(ctx.request.all())
    if (wrong) return refuse(ctx, FORM, 'Write one address in each line.')
    const lines = linesOf(asked.addresses)
    if (lines.length > MOST_LINES) {
      ctx.session.flash('addresses', asked.addresses.slice(0, MOST_LINES * 100))
      return refuse(
        ctx,
        FORM,
        `These are ${lines.length} lines: give at most ${MOST_LINES} at once.`
      )
    }
    const order = { ...asked, by: consoleActor(ctx) }
    const refused = await this.#start(lines, order)
    const begun = lines.length - refused.length
    if (refused.length > 0) {
      ctx.session.flash('addresses', refused.map(({ line }) => line).join('\n'))
      const words = refused.slice(0, 5).map(({ reason }) => reason)
      return refuse(ctx, FORM, [...(begun ? [begunWords(begun)] : []), ...words].join(' '))
    }
    done(ctx, PAGE, begunWords(begun))
  }

  async cancel(ctx: HttpContext) {
    const row = await findImport(ctx.params.id)
    const act = () => cancelImport(row, consoleActor(ctx))
    if (await unlessRefused(ctx, FORM, act)) done(ctx, PAGE, `“${row.name}” is given up.`)
  }

  async retry(ctx: HttpContext) {
    const row = await findImport(ctx.params.id)
    const act = () => retryImport(row, consoleActor(ctx))
    if (await unlessRefused(ctx, FORM, act)) done(ctx, PAGE, `“${row.name}” is fetched anew.`)
  }

  async #start(
    lines: string[],
    order: { preset?: string | null; duplicate?: 'allow' | 'reuse'; by: Actor }
  ) {
    const refused: { line: string; reason: string }[] = []
    for (const line of lines) {
      const from = line.startsWith('/') ? { path: line } : { url: line }
      await this.startImport.handle({ ...order, ...from }).catch((error) => {
        if (!isRefusal(error)) throw error
        refused.push({ line, reason: `${error.message}.`.replace(/\.\.$/, '.') })
      })
    }
    return refused
  }
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  return [...new Set(lines)].filter((line) => line !== '')
}

function begunWords(count: number): string {
  return `${plural(count, 'file')} ${count === 1 ? 'is' : 'are'} fetched.`
}
