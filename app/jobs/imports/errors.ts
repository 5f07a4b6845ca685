import { STATUS_CODES } from 'node:http'
import { Exception } from '@adonisjs/core/exceptions'
import { shortened } from '#jobs/imports/import'

export class ImportNotFound extends Exception {
  static status = 404
  static code = 'E_IMPORT_NOT_FOUND'

  constructor(id: string) {
    super(`There is no import ${id.slice(0, 40)}`)
  }
}

export class ImportSourceUnclear extends Exception {
  static status = 422
  static code = 'E_IMPORT_SOURCE_UNCLEAR'

  constructor() {
    super('Say where the file is: either "url", such as https://example.com/film.mp4, or "path"')
  }
}

export class ImportEnded extends Exception {
  static status = 409
  static code = 'E_IMPORT_ENDED'

  constructor(name: string, status: string) {
    super(`The import of "${name}" is ${status} already: look at it again`)
  }
}

export class ImportNotRetriable extends Exception {
  static status = 409
  static code = 'E_IMPORT_NOT_RETRIABLE'

  constructor(name: string, status: string) {
    super(`The import of "${name}" is ${status}: only one that failed or was cancelled is retried`)
  }
}

/** The other side gave no file. */
export class AddressAnsweredOtherwise extends Exception {
  static status = 422
  static code = 'E_ADDRESS_ANSWERED_OTHERWISE'
  readonly canRetryHelp: boolean

  constructor(address: string, answered: number) {
    const words = `${answered} ${STATUS_CODES[answered] ?? ''}`.trim()
    super(`${shortened(address)} answered ${words}: ${remedyFor(answered)}`)
    this.canRetryHelp = answered >= 500 || answered === 408 || answered === 429
  }
}

/** It is a page for people to look at. */
export class AddressIsPage extends Exception {
  static status = 422
  static code = 'E_ADDRESS_IS_PAGE'

  constructor(address: string) {
    super(
      `${shortened(address)} is a web page and no file: give the address of the file itself, which players and "Copy link" tell`
    )
  }
}

export class AddressSendsPacked extends Exception {
  static status = 422
  static code = 'E_ADDRESS_SENDS_PACKED'

  constructor(address: string, encoding: string) {
    super(
      `${shortened(address)} sends the file packed as ${encoding.slice(0, 40)} though it was asked not to: ` +
        'let its server send the file as it is'
    )
  }
}

export class ServerFileMissing extends Exception {
  static status = 422
  static code = 'E_SERVER_FILE_MISSING'

  constructor(path: string, why: string) {
    super(`The file "${path}" cannot be read: ${why}`)
  }
}

/** Each process that fetched it died. */
export class ImportLost extends Exception {
  static status = 500
  static code = 'E_IMPORT_LOST'

  constructor(name: string, times: number) {
    super(
      `The process that fetched "${name}" ended ${times} times without a word: look into its log, then retry`
    )
  }
}

function remedyFor(answered: number): string {
  if (answered === 401 || answered === 403) {
    return 'the file is not for everybody; give an address that needs no sign-in, such as a signed one'
  }
  if (answered === 404 || answered === 410) return 'there is no such file; look at the address'
  if (answered >= 500 || answered === 408 || answered === 429) return 'try again later'
  return 'give an address that answers with the file'
}
