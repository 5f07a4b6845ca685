import { Exception } from '@adonisjs/core/exceptions'

/** Ended, altered, or signed with another key: which of them is nobody's business. */
export class MediaLinkEnded extends Exception {
  static status = 403
  static code = 'E_LINK_ENDED'
  static message = 'This link has ended or was altered: ask whoever gave it to you for a new one'
}

/** The link is whole, but was not given for this file. */
export class NotInMediaLink extends Exception {
  static status = 404
  static code = 'E_NOT_IN_LINK'

  constructor(name: string) {
    super(`This link does not lead to "${name}"`)
  }
}
