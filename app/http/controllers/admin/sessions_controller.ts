import type { HttpContext } from '@adonisjs/core/http'
import limiter from '@adonisjs/limiter/services/main'
import vine from '@vinejs/vine'
import { personSigningIn } from '#accounts/sign_in'
import { isRefusal, refuse } from '#http/controllers/admin/refusal'

const credentials = vine.create({
  email: vine.string().maxLength(254),
  password: vine.string().maxLength(1024),
})

const FORM = { path: '/login', at: 'sign-in' } as const

/** Ten wrong passwords in ten minutes from one address for one account, then a pause. */
const THROTTLE = { requests: 10, duration: '10 mins', blockDuration: '10 mins' } as const

/** Signing in to the console and out of it. */
export default class SessionsController {
  create({ view }: HttpContext) {
    return view.render('pages/session/create')
  }

  async store(ctx: HttpContext) {
    const [wrong, given] = await credentials.tryValidate(ctx.request.all())
    if (wrong) return refuse(ctx, FORM, 'Enter your e-mail address and your password.')
    const user = await this.#verify(ctx, given)
    if (!user) return
    await ctx.auth.use('web').login(user)
    ctx.response.redirect().toIntended('/')
  }

  async destroy({ auth, response }: HttpContext) {
    await auth.use('web').logout()
    response.redirect().toPath('/login')
  }

  async #verify(ctx: HttpContext, given: { email: string; password: string }) {
    const email = given.email.trim().toLowerCase()
    const key = `login_${ctx.request.ip()}_${email}`.slice(0, 200)
    try {
      const [throttled, user] = await limiter
        .use(THROTTLE)
        .penalize(key, () => personSigningIn(given))
      if (!throttled) return user
      const minutes = Math.ceil(throttled.response.availableIn / 60)
      refuse(ctx, FORM, `Too many attempts. Try again in ${minutes} min.`)
    } catch (error) {
      if (!isRefusal(error)) throw error
      ctx.session.flashOnly(['email'])
      refuse(ctx, FORM, 'This e-mail address and password do not match an account.')
    }
    return null
  }
}
