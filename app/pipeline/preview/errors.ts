import { Exception } from '@adonisjs/core/exceptions'

/** The recipe has nothing that can be looked at. */
export class NothingToPreview extends Exception {
  static status = 422
  static code = 'E_NOTHING_TO_PREVIEW'

  constructor() {
    super('A preview shows pictures, and this recipe makes none: add a rendition with video.')
  }
}

/** One preview at a time: it takes a processor for as long as it lasts. */
export class PreviewBusy extends Exception {
  static status = 409
  static code = 'E_PREVIEW_BUSY'

  constructor() {
    super('Another preview is being made: try again in a moment.')
  }
}

/** The engine could not make it of this video. */
export class PreviewFailed extends Exception {
  static status = 422
  static code = 'E_PREVIEW_FAILED'

  constructor(cause: Error) {
    super(`No preview can be made of this video: ${cause.message}`, { cause })
  }
}
