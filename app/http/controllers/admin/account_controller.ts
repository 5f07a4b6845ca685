import type { HttpContext } from '@adonisjs/core/http'
import limiter from '@adonisjs/limiter/services/main'
import vine from '@vinejs/vine'
import { changePassword } from '#accounts/change_password'
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '#accounts/new_password'
import { done, refuse, unlessRefused } from '#http/controllers/admin/refusal'

const PAGE = '/account'
const FORM = { path: PAGE, at: 'password' } as const

const text = () => vine.string().maxLength(MAX_PASSWORD_LENGTH)
const fields = vine.create({ present: text(), password: text(), again: text() })

/** Whoever finds a session open may not try passwords for ever. */
const THROTTLE = { requests: 10, duration: '10 mins', blockDuration: '10 mins' } as const

/** One's own account. */
export default class AccountController {
  async show({ view }: HttpContext) {
    return view.render('pages/admin/account/show', { minLength: MIN_PASSWORD_LENGTH })
  }

  async update(ctx: HttpContext) {
    const [wrong, given] = await fields.tryValidate(ctx.request.all())
    if (wrong) return refuse(ctx, FORM, 'Enter your present password, and the new one twice.')
    if (given.password !== given.again) return refuse(ctx, FORM, 'The two new passwords differ.')
    const user = ctx.auth.use('web').getUserOrFail()
    const change = { user, present: given.present, wanted: given.password }
    await unlessRefused(ctx, FORM, async () => {
      const [throttled, changed] = await limiter
        .use(THROTTLE)
        .penalize(`password_${user.id}`, () => changePassword(change))
      if (throttled) return refuse(ctx, FORM, tooMany(throttled.response.availableIn))
      await ctx.auth.use('web').login(changed)
      done(ctx, PAGE, 'Your password is changed. Every other session of yours has ended.')
    })
  }
}

function tooMany(availableInS: number): string {
  return `Too many wrong passwords. Try again in ${Math.ceil(availableInS / 60)} min.`
}
