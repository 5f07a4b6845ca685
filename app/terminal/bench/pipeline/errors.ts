import { Exception } from '@adonisjs/core/exceptions'

/** There is nothing that could be measured; the message says what helps. */
export class BenchImpossible extends Exception {
  static status = 422
  static code = 'E_BENCH_IMPOSSIBLE'
}

/** The system said no, or nothing at all. */
export class SystemRefused extends Exception {
  static status = 502
  static code = 'E_SYSTEM_REFUSED'

  constructor(
    message: string,
    /** Of the answer's problem, else the status; see docs/api.md. */
    readonly reason: string
  ) {
    super(message)
  }
}
