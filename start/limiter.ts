import limiter from '@adonisjs/limiter/services/main'
import { errors, type LimiterResponse } from '@adonisjs/limiter'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { apiRequestsAMinute } from '#config/mediakeep'

const WINDOW_S = 60

/**
 * Keeps one runaway program from starving the others, and tells every program how much it has left. Counted in this
 * process's memory: a row written for each request would cost as much as the answer to most of them, and no harm is done where
 * two web processes allow twice as many.
 *
 * @throws E_TOO_MANY_REQUESTS
 */
export async function throttleApi(ctx: HttpContext, next: NextFn) {
  const { identifier } = ctx.auth.use('api').getUserOrFail().currentAccessToken
  const limit = limiter.use('memory', { requests: apiRequestsAMinute, duration: WINDOW_S })
  const spent = await limit.consume(`token ${identifier}`).catch((error: unknown) => {
    if (error instanceof errors.E_TOO_MANY_REQUESTS) tell(ctx, error.response)
    throw error
  })
  tell(ctx, spent)
  return next()
}

/** As most services do, and as the IETF's draft-ietf-httpapi-ratelimit-headers does. */
function tell({ response }: HttpContext, { limit, remaining, availableIn }: LimiterResponse) {
  const resetAt = Math.ceil(Date.now() / 1000) + availableIn
  response.header('x-ratelimit-limit', limit)
  response.header('x-ratelimit-remaining', remaining)
  response.header('x-ratelimit-reset', resetAt)
  response.header('ratelimit-policy', `"token";q=${limit};w=${WINDOW_S}`)
  response.header('ratelimit', `"token";r=${remaining};t=${availableIn}`)
}
