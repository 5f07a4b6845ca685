import { Exception } from '@adonisjs/core/exceptions'

export class ApiChapterNotFound extends Exception {
  static status = 404
  static code = 'E_API_CHAPTER_NOT_FOUND'

  constructor(slug: string) {
    super(`The docs of the API have no chapter "${slug}": see /docs/api for all of them`)
  }
}
