import { Exception } from '@adonisjs/core/exceptions'

/** A call to an address that somebody gave did not come to a good end. */
export class OutboundError extends Exception {
  /** The same call may succeed later. */
  readonly canRetryHelp: boolean = false
}

/** It is no address that Mediakeep would ever call. */
export class AddressInvalid extends OutboundError {
  static status = 422
  static code = 'E_ADDRESS_INVALID'

  constructor(address: string, fault: string) {
    super(`"${brief(address)}" is no address that can be called: ${fault}`)
  }
}

/** It leads into a network that people of the internet do not reach either. */
export class AddressRefused extends OutboundError {
  static status = 422
  static code = 'E_ADDRESS_REFUSED'

  /** @param leadsTo the IP address behind the name */
  constructor(address: string, leadsTo: string) {
    super(
      `${brief(address)} leads to ${leadsTo}, which is private, reserved or this machine: ` +
        `give a public address, or let OUTBOUND_ALLOWED_PRIVATE hold ${leadsTo}`
    )
  }
}

/** Nobody knows the name. */
export class AddressUnknown extends OutboundError {
  static status = 422
  static code = 'E_ADDRESS_UNKNOWN'
  /** False where names are told well, but not this one. */
  readonly canRetryHelp: boolean

  constructor(address: string, options?: ErrorOptions) {
    super(`The host of ${brief(address)} has no address: look for a slip in its name`, options)
    this.canRetryHelp = (options?.cause as NodeJS.ErrnoException | undefined)?.code === 'EAI_AGAIN'
  }
}

/** It did not answer, or broke off. */
export class AddressUnreachable extends OutboundError {
  static status = 502
  static code = 'E_ADDRESS_UNREACHABLE'
  readonly canRetryHelp = true

  constructor(address: string, what: string, options?: ErrorOptions) {
    super(`${brief(address)} cannot be reached (${what}): try again later`, options)
  }
}

/** It took longer than it may. */
export class AddressTimedOut extends OutboundError {
  static status = 504
  static code = 'E_ADDRESS_TIMED_OUT'
  readonly canRetryHelp = true

  /** @param what what did not happen, such as "sent nothing" */
  constructor(address: string, what: string, limitMs: number) {
    super(`${brief(address)} ${what} within ${limitMs / 1000} s: try again later`)
  }
}

/** It sent us on and on. */
export class TooManyRedirects extends OutboundError {
  static status = 422
  static code = 'E_TOO_MANY_REDIRECTS'

  constructor(address: string, maxRedirects: number) {
    super(
      `${brief(address)} redirects more than ${maxRedirects} times: give the address it ends at`
    )
  }
}

/** It sends more than is taken. */
export class AnswerTooLarge extends OutboundError {
  static status = 413
  static code = 'E_ANSWER_TOO_LARGE'

  constructor(address: string, maxBytes: number) {
    super(`${brief(address)} sends more than the ${maxBytes} bytes that are taken from it`)
  }
}

/** What a message shows of an address that may be of any length. */
function brief(address: string): string {
  const shown = address.replace(/\p{Cc}+/gu, ' ')
  return shown.length > 200 ? `${shown.slice(0, 199)}…` : shown
}
