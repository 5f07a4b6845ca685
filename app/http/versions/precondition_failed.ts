import { Exception } from '@adonisjs/core/exceptions'

/** The thing is another one than the sender of `If-Match` has seen. */
export class PreconditionFailed extends Exception {
  static status = 412
  static code = 'E_PRECONDITION_FAILED'

  readonly headers: { etag: string }

  constructor(current: string) {
    super(`Somebody changed it meanwhile: it is ${current} now. Read it anew, then change that`)
    this.headers = { etag: current }
  }
}
