import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { receiveUpload } from '#http/files/receive_upload'
import { WatermarkTooLarge } from '#watermarks/errors'
import { MAX_PICTURE_BYTES } from '#watermarks/picture_limits'
import type AddWatermark from '#watermarks/add_watermark'
import type { AddedWatermark } from '#watermarks/add_watermark'
import type { Actor } from '#accounts/actor'
import type { Ingest } from '#http/files/upload_reception'

const fieldNames = ['picture', 'file'] as const
const uploadFields = vine.create({ name: vine.string().nullable().optional() })

/** Takes the picture of a form in, under the name beside it. @throws as receiveUpload */
export async function receiveWatermark(
  ctx: HttpContext,
  { add, by }: { add: AddWatermark; by: Actor }
): Promise<AddedWatermark> {
  const { taken } = await receiveUpload(ctx, {
    ...{ ingest: underItsName(add), by, check, fieldNames },
    ...{ maxSizeBytes: MAX_PICTURE_BYTES, tooLarge: WatermarkTooLarge },
  })
  return taken
}

async function check(fields: unknown) {
  const { name = null } = await uploadFields.validate(fields)
  return { title: name }
}

/** The name is read late, for it may stand behind the file. */
function underItsName(add: AddWatermark): Ingest<AddedWatermark> {
  return {
    handle: (upload) =>
      add.handle({
        content: upload.content,
        originalName: upload.originalName,
        by: upload.by,
        get name() {
          return upload.title
        },
      }),
  }
}
