import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { createApiToken, listApiTokens, revokeApiToken } from '#accounts/api_tokens'
import { includesRole } from '#accounts/role'
import { READ_SCOPES, SCOPES, type Scope } from '#accounts/scopes'
import { consoleActor } from '#http/controllers/admin/console_actor'
import { SCOPE_GROUPS } from '#http/words/scopes'
import { done, refuse, unlessRefused } from '#http/controllers/admin/refusal'

const PAGE = '/tokens'
const FORM = { path: PAGE, at: 'token' } as const
const DAY_S = 86_400

/** Days that are offered; 0: until it is revoked. */
const LIFE_TIMES_D = [7, 30, 90, 365, 0] as const

const fields = vine.create({
  name: vine.string().trim().minLength(1).maxLength(120),
  days: vine.number().in([...LIFE_TIMES_D]),
  ability: vine.enum(['read', 'choose', 'all'] as const),
  scopes: vine
    .array(vine.enum(SCOPES))
    .minLength(1)
    .optional()
    .requiredWhen('ability', '=', 'choose'),
})

/** Keys of programs: one's own, and everybody's for administrators. */
export default class TokensController {
  async index({ auth, request, view }: HttpContext) {
    const me = auth.use('web').getUserOrFail()
    const mayAll = includesRole(me.role, 'admin')
    const isAll = mayAll && request.input('of') === 'all'
    const [tokens, all] = await Promise.all([
      listApiTokens(me),
      mayAll ? listApiTokens() : Promise.resolve([]),
    ])
    const seen = { tokens: isAll ? all : tokens, own: tokens.length, all: all.length }
    const life = { lifeTimes: LIFE_TIMES_D, now: new Date() }
    const scopeGroups = SCOPE_GROUPS
    return view.render('pages/admin/tokens/index', { ...seen, ...life, isAll, mayAll, scopeGroups })
  }

  async store(ctx: HttpContext) {
    const [wrong, asked] = await fields.tryValidate(ctx.request.all())
    if (wrong) {
      ctx.session.flashOnly(['name', 'days', 'ability', 'scopes'])
      return refuse(ctx, FORM, wordsOf(wrong))
    }
    const { name, days } = asked
    await unlessRefused(ctx, FORM, async () => {
      const { value } = await createApiToken({
        user: ctx.auth.use('web').getUserOrFail(),
        name,
        expiresInS: days === 0 ? null : days * DAY_S,
        scopes: scopesOf(asked),
        by: consoleActor(ctx),
      })
      ctx.session.flash('token', { name, value })
      ctx.response.redirect().toPath(PAGE)
    })
  }

  async destroy(ctx: HttpContext) {
    const me = ctx.auth.use('web').getUserOrFail()
    const user = includesRole(me.role, 'admin') ? undefined : me
    await revokeApiToken({ id: Number(ctx.params.id), user, by: consoleActor(ctx) })
    done(ctx, PAGE, 'The token is revoked: what used it is refused from now on.')
  }
}

function wordsOf({ messages }: { messages: { field: string }[] }): string {
  const isChoice = messages.every(({ field }) => field.startsWith('scopes'))
  if (isChoice) return 'Tick at least one thing that the token may do.'
  return 'Say what the token is for, how long it lives and what it may do.'
}

function scopesOf({ ability, scopes = [] }: Infer<typeof fields>): Scope[] {
  if (ability === 'choose') return scopes
  return ability === 'read' ? READ_SCOPES : ['admin']
}
