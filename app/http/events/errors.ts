import { Exception } from '@adonisjs/core/exceptions'

export class StreamNotAskedFor extends Exception {
  static status = 406
  static code = 'E_STREAM_NOT_ASKED_FOR'

  constructor() {
    super(
      'This answer has no end: ask for it with "Accept: text/event-stream", or use GET /api/v1/events'
    )
  }
}

export class TooManyStreams extends Exception {
  static status = 429
  static code = 'E_TOO_MANY_STREAMS'

  constructor(most: number) {
    super(
      `${most} streams are open already, which is the most: close one, or filter one by type instead`
    )
  }
}
