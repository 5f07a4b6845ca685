import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import AddWatermark from '#watermarks/add_watermark'
import { findWatermark, listWatermarks } from '#watermarks/find_watermark'
import { apiActor } from '#http/controllers/api/api_actor'
import { receiveWatermark } from '#http/files/receive_watermark'
import { sendStoredFile } from '#http/files/send_stored_file'
import { watermarkFile } from '#http/files/stored_files'
import { watermarkJson } from '#http/transformers/watermark_json'
import RemoveWatermark from '#jobs/life/remove_watermark'
import { MediaStore } from '#storage/media_store'

/** Pictures that jobs lay over videos. */
@inject()
export default class WatermarksController {
  constructor(
    private add: AddWatermark,
    private remove: RemoveWatermark,
    private files: MediaStore
  ) {}

  /** All of them at once: there are few. */
  async index() {
    return { data: (await listWatermarks()).map(watermarkJson) }
  }

  /** By id or by name. */
  async show({ params }: HttpContext) {
    return watermarkJson(await findWatermark(params.id))
  }

  async picture(ctx: HttpContext) {
    const watermark = await findWatermark(ctx.params.id)
    return sendStoredFile(ctx, this.files, watermarkFile(watermark))
  }

  /** 201; 200 where the same bytes are here already. */
  async store(ctx: HttpContext) {
    const { watermark, isNew } = await receiveWatermark(ctx, { add: this.add, by: apiActor(ctx) })
    const { id } = await watermark.refresh()
    ctx.response.status(isNew ? 201 : 200).header('location', `/api/v1/watermarks/${id}`)
    return watermarkJson(watermark)
  }

  async destroy(ctx: HttpContext) {
    const watermark = await findWatermark(ctx.params.id)
    await this.remove.handle({ watermark, by: apiActor(ctx) })
    ctx.response.status(204).send(null)
  }
}
