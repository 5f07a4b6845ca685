import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import AddWatermark from '#watermarks/add_watermark'
import { findWatermark, listWatermarks } from '#watermarks/find_watermark'
import { MAX_PICTURE_BYTES, PICTURE_LIMITS } from '#watermarks/picture_limits'
import { done, isRefusal, unlessRefused } from '#http/controllers/admin/refusal'
import { receiveWatermark } from '#http/files/receive_watermark'
import { sendStoredFile } from '#http/files/send_stored_file'
import { watermarkFile } from '#http/files/stored_files'
import RemoveWatermark from '#jobs/life/remove_watermark'
import { MediaStore } from '#storage/media_store'

const PAGE = '/watermarks'

/** Pictures that jobs lay over videos. */
@inject()
export default class WatermarksController {
  constructor(
    private add: AddWatermark,
    private remove: RemoveWatermark,
    private files: MediaStore
  ) {}

  async index({ view }: HttpContext) {
    return view.render('pages/admin/watermarks/index', {
      watermarks: await listWatermarks(),
      maxSizeBytes: MAX_PICTURE_BYTES,
      maxSide: PICTURE_LIMITS.maxSide,
    })
  }

  async picture(ctx: HttpContext) {
    const watermark = await findWatermark(ctx.params.id)
    await sendStoredFile(ctx, this.files, watermarkFile(watermark))
  }

  /** Takes one file of a drop; answers in words, for the page shows them next to the file. */
  async store(ctx: HttpContext) {
    try {
      const by = ctx.auth.use('web').user!.asActor('console')
      const { watermark, isNew } = await receiveWatermark(ctx, { add: this.add, by })
      const words = isNew ? 'Added.' : `It is here already, as “${watermark.name}”.`
      return ctx.response.created({ words })
    } catch (error) {
      if (!isRefusal(error)) throw error
      return ctx.response.status(error.status).send({ message: error.message })
    }
  }

  async destroy(ctx: HttpContext) {
    const watermark = await findWatermark(ctx.params.id)
    const by = ctx.auth.use('web').user!.asActor('console')
    const removed = () => this.remove.handle({ watermark, by })
    if (await unlessRefused(ctx, { path: PAGE, at: 'page' }, removed)) {
      done(ctx, PAGE, `“${watermark.name}” is gone.`)
    }
  }
}
