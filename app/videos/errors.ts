import { Exception } from '@adonisjs/core/exceptions'
import type { MediaError } from '#media/errors'

/** The file is neither video nor sound that Mediakeep takes; `code` says why. */
export class VideoRefused extends Exception {
  constructor(name: string, refusal: MediaError) {
    const what = refusal.message.replace(/\.?$/, '.')
    super(`"${name}" was not taken. ${what} ${refusal.remedy}`, { status: 422, code: refusal.code })
  }
}

export class VideoTooLarge extends Exception {
  static status = 413
  static code = 'E_VIDEO_TOO_LARGE'

  constructor(name: string, maxSizeBytes: number) {
    super(
      `"${name}" is larger than the ${maxSizeBytes} bytes that MAX_VIDEO_SIZE allows: ` +
        'send a smaller file or raise the limit'
    )
  }
}

export class UploadIncomplete extends Exception {
  static status = 400
  static code = 'E_UPLOAD_INCOMPLETE'

  constructor(name: string, options?: ErrorOptions) {
    super(`"${name}" did not arrive whole: send it again`, options)
  }
}

/** Its bytes are here already, and that was not wanted. */
export class VideoDuplicate extends Exception {
  static status = 409
  static code = 'E_DUPLICATE'

  constructor(
    name: string,
    readonly video: { id: number; title: string }
  ) {
    super(
      `"${name}" is here already as video ${video.id}, "${video.title}": use that one, or send the file with duplicate=allow`
    )
  }
}

export class MetadataRefused extends Exception {
  static status = 422
  static code = 'E_METADATA_REFUSED'

  constructor(what: string, remedy: string) {
    super(`${what}: ${remedy}`)
  }
}

export class VideoNotFound extends Exception {
  static status = 404
  static code = 'E_VIDEO_NOT_FOUND'

  constructor(id: number | string) {
    super(`There is no video ${id}`)
  }
}

export class RenditionNotFound extends Exception {
  static status = 404
  static code = 'E_RENDITION_NOT_FOUND'

  constructor(videoId: number, names: string[]) {
    const offer = names.length > 0 ? `there are ${names.join(', ')}` : 'process the video first'
    super(`Video ${videoId} has no such rendition: ${offer}`)
  }
}

export class RenditionFileNotFound extends Exception {
  static status = 404
  static code = 'E_RENDITION_FILE_NOT_FOUND'

  constructor(rendition: string, names: string[]) {
    super(`The rendition "${rendition}" has no such file: there are ${names.join(', ')}`)
  }
}

export class PosterNotFound extends Exception {
  static status = 404
  static code = 'E_POSTER_NOT_FOUND'

  constructor(videoId: number) {
    super(`Video ${videoId} has no poster yet: process it first`)
  }
}

export class TitleRefused extends Exception {
  static status = 422
  static code = 'E_TITLE_REFUSED'

  constructor(length: number, maxLength: number) {
    const what = length === 0 ? 'The title is empty' : `The title has ${length} characters`
    super(`${what}: give 1 to ${maxLength}`)
  }
}

export class TagsRefused extends Exception {
  static status = 422
  static code = 'E_TAGS_REFUSED'

  constructor(what: string, remedy: string) {
    super(`${what}: ${remedy}`)
  }
}

export class ViewNameRefused extends Exception {
  static status = 422
  static code = 'E_VIEW_NAME_REFUSED'

  constructor(length: number, maxLength: number) {
    const what = length === 0 ? 'The view has no name' : `The name has ${length} characters`
    super(`${what}: give 1 to ${maxLength}`)
  }
}

export class TooManyViews extends Exception {
  static status = 422
  static code = 'E_TOO_MANY_VIEWS'

  constructor(max: number) {
    super(`You keep ${max} views already: delete one first`)
  }
}

export class ViewNotFound extends Exception {
  static status = 404
  static code = 'E_VIEW_NOT_FOUND'

  constructor(id: number) {
    super(`There is no view ${id} of yours`)
  }
}
