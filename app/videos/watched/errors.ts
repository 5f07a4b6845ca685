import { Exception } from '@adonisjs/core/exceptions'

export class FolderNotAllowed extends Exception {
  static status = 422
  static code = 'E_FOLDER_NOT_ALLOWED'

  constructor(folder: string, roots: readonly string[]) {
    const allowed =
      roots.length > 0
        ? `IMPORT_PATHS allows ${roots.map((root) => `"${root}"`).join(', ')} and what lies below`
        : 'IMPORT_PATHS allows none: name the folders there, with commas between them'
    super(`Files may not be taken from "${folder}": ${allowed}`)
  }
}

export class FolderNotReadable extends Exception {
  static status = 422
  static code = 'E_FOLDER_NOT_READABLE'

  constructor(folder: string, why: string) {
    super(
      `The folder "${folder}" cannot be read: ${why}. Make it readable for the account that runs Mediakeep`
    )
  }
}

/** It is taken in once it rests. */
export class FileStillGrows extends Exception {
  static status = 409
  static code = 'E_FILE_STILL_GROWS'

  constructor(name: string) {
    super(`"${name}" was written to while it was read: it is taken once it rests`)
  }
}
