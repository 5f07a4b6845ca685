import { Exception } from '@adonisjs/core/exceptions'
import { MAX_NAME_LENGTH } from '#watermarks/picture_limits'

/** The file is no picture that can be a watermark. */
export class WatermarkRefused extends Exception {
  static status = 422
  static code = 'E_WATERMARK_REFUSED'

  constructor(fileName: string, why: string) {
    super(`"${fileName}" was not taken: ${why}`)
  }
}

export class WatermarkTooLarge extends Exception {
  static status = 413
  static code = 'E_WATERMARK_TOO_LARGE'

  constructor(fileName: string, maxSizeBytes: number) {
    super(
      `"${fileName}" is larger than ${maxSizeBytes / 1024 ** 2} MiB, which is the most for a ` +
        'watermark: send a smaller picture'
    )
  }
}

export class WatermarkNameInvalid extends Exception {
  static status = 422
  static code = 'E_WATERMARK_NAME_INVALID'

  constructor(name: string) {
    super(`A watermark cannot be called "${name}": give 1 to ${MAX_NAME_LENGTH} characters`)
  }
}

export class WatermarkNameTaken extends Exception {
  static status = 409
  static code = 'E_WATERMARK_NAME_TAKEN'

  constructor(name: string) {
    super(`Another watermark is called "${name}": give this one another name`)
  }
}

export class WatermarkNotFound extends Exception {
  static status = 404
  static code = 'E_WATERMARK_NOT_FOUND'

  constructor(nameOrId: string, known: string[]) {
    const remedy =
      known.length > 0
        ? `there are ${known.map((name) => `"${name}"`).join(', ')}`
        : 'add one first'
    super(`There is no watermark "${nameOrId}": ${remedy}`)
  }
}
