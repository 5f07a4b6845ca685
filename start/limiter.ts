import limiter from '@adonisjs/limiter/services/main'

const API_REQUESTS_A_MINUTE = 600

/**
 * Keeps one runaway program from starving the others. Counted in this process's memory: a row written for
 * each request would cost as much as the answer to most of them, and no harm is done where two web
 * processes allow twice as many.
 */
export const throttleApi = limiter.define('api', ({ auth }) =>
  limiter
    .allowRequests(API_REQUESTS_A_MINUTE)
    .every('1 minute')
    .usingKey(String(auth.use('api').getUserOrFail().currentAccessToken.identifier))
    .store('memory')
)
