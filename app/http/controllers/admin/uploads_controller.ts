import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { giveWebResponse } from '#http/uploads/tus_exchange'
import { ResumableUploads } from '#http/uploads/resumable_uploads'

/** Files that come in pieces, by the tus protocol. */
@inject()
export default class UploadsController {
  constructor(private uploads: ResumableUploads) {}

  async handle(ctx: HttpContext) {
    const by = ctx.auth.use('web').user!.asActor('console')
    const sender = { by, path: '/uploads', videosPath: '/videos', mayStartJobs: true }
    await giveWebResponse(ctx, await this.uploads.handle(ctx, sender))
  }
}
