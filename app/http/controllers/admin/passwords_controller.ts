import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { choosePassword } from '#accounts/choose_password'
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '#accounts/new_password'
import { personOfLink } from '#accounts/password_link'
import { done, refuse, unlessRefused } from '#http/controllers/admin/refusal'

const fields = vine.create({
  password: vine.string().maxLength(MAX_PASSWORD_LENGTH),
  again: vine.string().maxLength(MAX_PASSWORD_LENGTH),
})

/** Choosing a password through a link that an administrator handed over. */
export default class PasswordsController {
  async edit({ params, response, view }: HttpContext) {
    const { user, purpose } = await personOfLink(params.secret)
    response.header('referrer-policy', 'no-referrer')
    const seen = { user, purpose, minLength: MIN_PASSWORD_LENGTH, secret: params.secret }
    return view.render('pages/session/password', seen)
  }

  async update(ctx: HttpContext) {
    const { secret } = ctx.params
    const to = { path: `/password/${encodeURIComponent(secret)}`, at: 'password' } as const
    const [wrong, given] = await fields.tryValidate(ctx.request.all())
    if (wrong) return refuse(ctx, to, 'Enter the new password twice.')
    if (given.password !== given.again) return refuse(ctx, to, 'The two passwords differ.')
    await unlessRefused(ctx, to, async () => {
      const user = await choosePassword({ secret, password: given.password })
      await ctx.auth.use('web').login(user)
      done(ctx, '/', `Welcome, ${user.fullName}.`)
    })
  }
}
