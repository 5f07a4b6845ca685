import { Exception } from '@adonisjs/core/exceptions'

/** The same request is still being answered. */
export class IdempotencyKeyInFlight extends Exception {
  static status = 409
  static code = 'E_IDEMPOTENCY_KEY_IN_FLIGHT'

  readonly headers = { 'retry-after': 2 }

  constructor(key: string) {
    super(`The request of the key "${key}" is still being answered: send it again in a moment`)
  }
}
