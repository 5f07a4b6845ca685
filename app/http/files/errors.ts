import { Exception } from '@adonisjs/core/exceptions'

export class NotMultipart extends Exception {
  static status = 415
  static code = 'E_NOT_MULTIPART'

  constructor(field: string) {
    super(`A file is sent as multipart/form-data, in the field "${field}"`)
  }
}

export class NoFileSent extends Exception {
  static status = 422
  static code = 'E_NO_FILE'

  constructor(field: string) {
    super(`There is no file: send one in the field "${field}"`)
  }
}

export class UnexpectedFile extends Exception {
  static status = 422
  static code = 'E_UNEXPECTED_FILE'

  constructor(fieldName: string, wanted: string) {
    super(
      `The file in the field "${fieldName}" is one too many: send one file, in the field "${wanted}"`
    )
  }
}

export class UploadMalformed extends Exception {
  static status = 400
  static code = 'E_UPLOAD_MALFORMED'

  constructor(options?: ErrorOptions) {
    super('The form is not well-formed multipart/form-data: send it again', options)
  }
}

/** A rendition that is useless in parts is asked for as one file to save. */
export class SeveralFiles extends Exception {
  static status = 404
  static code = 'E_SEVERAL_FILES'

  constructor({ name, files }: { name: string; files: { name: string }[] }) {
    const addresses = files.map((file) => `${name}/${file.name}?download=1`).join(', ')
    super(`"${name}" is no single file: save its files one by one, ${addresses}`)
  }
}
