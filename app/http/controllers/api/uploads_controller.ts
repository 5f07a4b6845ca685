import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { Exception } from '@adonisjs/core/exceptions'
import { apiActor } from '#http/controllers/api/api_actor'
import { uploadJson } from '#http/transformers/upload_json'
import { ResumableUploads } from '#http/uploads/resumable_uploads'
import { giveUploadAnswer } from '#http/uploads/upload_problem'
import { includesScope } from '#accounts/scopes'

class UploadNotFound extends Exception {
  static status = 404
  static code = 'E_UPLOAD_NOT_FOUND'
  static message = 'There is no such upload'
}

/** Files that come in pieces, by the tus protocol. */
@inject()
export default class UploadsController {
  constructor(private uploads: ResumableUploads) {}

  /** How far an upload is: as JSON, or to HEAD as the protocol says it. */
  async show(ctx: HttpContext) {
    mustBeId(ctx)
    if (ctx.request.method() === 'HEAD') return this.handle(ctx)
    const found = await this.uploads.find(ctx.params.id, apiActor(ctx))
    if (!found) throw new UploadNotFound()
    return uploadJson(found)
  }

  async piece(ctx: HttpContext) {
    mustBeId(ctx)
    return this.handle(ctx)
  }

  async handle(ctx: HttpContext) {
    const { currentAccessToken: token } = ctx.auth.use('api').getUserOrFail()
    const mayStartJobs = includesScope(token.abilities, 'jobs:write')
    const where = { path: '/api/v1/uploads', videosPath: '/api/v1/videos' }
    const sender = { ...where, by: apiActor(ctx), mayStartJobs, refusalCode: undefined }
    const answer = await this.uploads.handle(ctx, sender)
    await giveUploadAnswer(ctx, answer, sender.refusalCode)
  }
}

/** @throws UploadNotFound */
function mustBeId({ params }: HttpContext) {
  if (!/^[0-9a-f]{32}$/.test(params.id)) throw new UploadNotFound()
}
