import { appUrl } from '#config/app'
import { openApiDocument } from '#http/openapi/document'

/** What the API is, for programs. */
export default class OpenapiController {
  show() {
    return openApiDocument(appUrl)
  }
}
