import { Exception } from '@adonisjs/core/exceptions'

export class BodyNotJson extends Exception {
  static status = 415
  static code = 'E_BODY_NOT_JSON'

  constructor(contentType: string | undefined) {
    super(
      `The body is "${contentType ?? 'of no type'}": send JSON in UTF-8 with Content-Type: application/json`
    )
  }
}
