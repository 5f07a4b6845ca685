import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import InviteUser from '#accounts/invite_user'
import { changeRole, disableUser, enableUser, renewLink } from '#accounts/edit_user'
import { listUsers } from '#accounts/list_users'
import { ROLES } from '#accounts/role'
import { consoleActor } from '#http/controllers/admin/console_actor'
import { ownAddress } from '#http/own_address'
import { done, refuse, unlessRefused } from '#http/controllers/admin/refusal'
import { roleLabel } from '#http/words/labels'
import type User from '#accounts/user'
import type { PasswordLink } from '#accounts/password_link'

const PAGE = '/users'

const invitation = vine.create({
  name: vine.string().trim().minLength(1).maxLength(120),
  email: vine.string().trim().maxLength(254).email(),
  role: vine.enum(ROLES),
})
const roleChange = vine.create({ role: vine.enum(ROLES) })

/** Who may sign in, and what they may do. */
@inject()
export default class UsersController {
  constructor(private inviteUser: InviteUser) {}

  async index({ view }: HttpContext) {
    return view.render('pages/admin/users/index', { users: await listUsers(), roles: ROLES })
  }

  async store(ctx: HttpContext) {
    const to = { path: PAGE, at: 'invite' } as const
    const [wrong, asked] = await invitation.tryValidate(ctx.request.all())
    ctx.session.flashOnly(['name', 'email', 'role'])
    if (wrong) return refuse(ctx, to, 'Give a name, an e-mail address and a role.')
    await unlessRefused(ctx, to, async () => {
      const { name: fullName, ...person } = asked
      const by = consoleActor(ctx)
      const { user, link } = await this.inviteUser.handle({ ...person, fullName, by })
      ctx.session.flashMessages.clear()
      hand(ctx, user, link)
    })
  }

  async changeRole(ctx: HttpContext) {
    const { role } = await ctx.request.validateUsing(roleChange)
    await change(ctx, async (who) => {
      const user = await changeRole({ ...who, role })
      return `${user.fullName} is ${roleLabel(role)} from now on.`
    })
  }

  async disable(ctx: HttpContext) {
    await change(ctx, async (who) => {
      const { fullName } = await disableUser(who)
      return `${fullName} is signed out everywhere and cannot sign in; the API tokens are revoked.`
    })
  }

  async enable(ctx: HttpContext) {
    await change(ctx, async (who) => `${(await enableUser(who)).fullName} may sign in again.`)
  }

  async renewLink(ctx: HttpContext) {
    const who = { userId: ctx.params.id, by: consoleActor(ctx) }
    await unlessRefused(ctx, { path: PAGE, at: 'page' }, async () => {
      const { user, link } = await renewLink(who)
      hand(ctx, user, link)
    })
  }
}

async function change(
  ctx: HttpContext,
  act: (who: { userId: unknown; by: ReturnType<typeof consoleActor> }) => Promise<string>
) {
  const who = { userId: ctx.params.id, by: consoleActor(ctx) }
  await unlessRefused(ctx, { path: PAGE, at: 'page' }, async () => done(ctx, PAGE, await act(who)))
}

/** Shows the link on the next page, and never again. */
function hand(ctx: HttpContext, user: User, { secret, expiresAt }: PasswordLink) {
  const url = ownAddress(ctx, `/password/${secret}`)
  const { id, fullName, email } = user
  const isInvitation = user.joinedAt === null
  const shown = { url, expiresAt: expiresAt.toISOString(), id, fullName, email, isInvitation }
  ctx.session.flash('link', shown)
  ctx.response.redirect().toPath(PAGE)
}
