import { hash } from 'node:crypto'
import limiter from '@adonisjs/limiter/services/main'
import { errors as authErrors } from '@adonisjs/auth'
import type { HttpContext } from '@adonisjs/core/http'
import { TooManyWrongTokens } from '#http/exceptions/too_many_wrong_tokens'

/** Of one address. */
const WRONG_A_MINUTE = 60
/** Tokens that were right are remembered by their hash, so that a neighbour's wrong ones shut nobody out. */
const MOST_REMEMBERED = 1_000

const right = new Set<string>()

/**
 * Looks at a token, unless its address sent too many wrong ones within the last minute: then it is refused without asking
 * the database.
 *
 * @throws TooManyWrongTokens, and whatever `signIn` throws
 */
export async function slowGuessing({ request }: HttpContext, signIn: () => Promise<unknown>) {
  const said = request.header('authorization')
  if (!said) return signIn()
  const token = hash('sha256', said, 'base64url')
  const wrong = limiter.use('memory', { requests: WRONG_A_MINUTE, duration: '1 minute' })
  const key = `wrong tokens ${request.ip()}`
  if (!right.has(token) && (await wrong.remaining(key)) === 0) {
    throw new TooManyWrongTokens(await wrong.availableIn(key))
  }
  await signIn().catch(async (error: unknown) => {
    if (error instanceof authErrors.E_UNAUTHORIZED_ACCESS) await wrong.increment(key)
    throw error
  })
  remember(token)
}

function remember(token: string) {
  right.delete(token) // the latest stand last
  right.add(token)
  const [oldest] = right
  if (right.size > MOST_REMEMBERED) right.delete(oldest)
}
