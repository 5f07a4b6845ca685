import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'

/** Where on a page a refusal is shown: next to what was asked. */
export type RefusalPlace =
  | 'page'
  | 'view'
  | 'sweep'
  | 'sign-in'
  | 'start-job'
  | 'batch'
  | 'schedule'
  | 'window'
  | 'invite'
  | 'password'
  | 'token'
  | 'import'
  | 'webhook'
  | 'replay'
  | 'share'

/**
 * Runs what a form asked for. A refusal that an operation tells in words goes back to the page `at` the
 * place where it was asked; what is no refusal is thrown on.
 *
 * @returns whether it was done
 */
export async function unlessRefused(
  ctx: HttpContext,
  to: { path: string; at: RefusalPlace },
  act: () => Promise<unknown>
): Promise<boolean> {
  try {
    await act()
    return true
  } catch (error) {
    if (!isRefusal(error)) throw error
    refuse(ctx, to, error.message)
    return false
  }
}

/** Goes back to the page with these words. */
export function refuse(ctx: HttpContext, to: { path: string; at: RefusalPlace }, text: string) {
  ctx.session.flash('refusal', { at: to.at, text })
  ctx.response.redirect().toPath(to.path)
}

/** Goes to a page and says there what was done. */
export function done(ctx: HttpContext, path: string, text: string) {
  ctx.session.flash('notice', text)
  ctx.response.redirect().toPath(path)
}

/** Whether somebody asked for what cannot be, which is no fault of ours. */
export function isRefusal(error: unknown): error is Exception {
  const isOurs = error instanceof Exception && error.code !== 'E_VALIDATION_ERROR'
  return isOurs && error.status >= 400 && error.status < 500 && error.status !== 404
}
