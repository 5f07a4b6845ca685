import { Exception } from '@adonisjs/core/exceptions'

/** Its record stands, its bytes do not. */
export class FileGone extends Exception {
  static status = 404
  static code = 'E_FILE_MISSING'

  constructor(options?: ErrorOptions) {
    super(
      'The file is missing from the store: restore it from a backup, or process the video again',
      options
    )
  }
}
