import type { HttpContext } from '@adonisjs/core/http'
import { appUrl } from '#config/app'
import { ApiChapterNotFound } from '#http/exceptions/api_chapter_not_found'
import { chapters, type Chapter } from '#http/openapi/docs/chapters'
import { inlineWords } from '#http/openapi/docs/inline_words'
import { ABOUT } from '#http/openapi/document'

let made: Chapter[] | undefined

/** What the API is, for people. It changes with the program alone. */
function all(): Chapter[] {
  made ??= chapters(appUrl)
  return made
}

export default class ApiDocsController {
  index({ view }: HttpContext) {
    const seen = { chapters: all(), chapter: null, about: ABOUT, appUrl, inlineWords }
    return view.render('pages/docs/api/index', seen)
  }

  show({ params, view }: HttpContext) {
    const chapter = all().find(({ slug }) => slug === params.chapter)
    if (!chapter) throw new ApiChapterNotFound(params.chapter)
    return view.render('pages/docs/api/show', { chapters: all(), chapter, inlineWords })
  }
}
