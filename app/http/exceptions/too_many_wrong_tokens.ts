import { Exception } from '@adonisjs/core/exceptions'

/** Somebody at this address guesses, or forgot to take a new token. */
export class TooManyWrongTokens extends Exception {
  static status = 429
  static code = 'E_TOO_MANY_WRONG_TOKENS'

  readonly headers: { 'retry-after': number }

  constructor(waitS: number) {
    super(`Too many wrong tokens came from your address: try again in ${waitS} seconds`)
    this.headers = { 'retry-after': waitS }
  }
}
