import type { HttpContext } from '@adonisjs/core/http'
import { receiveUpload } from '#http/files/receive_upload'
import { VideoTooLarge } from '#videos/errors'
import type { SaidOfFile, UploadOrder } from '#http/files/upload_reception'
import type { IngestedVideo } from '#videos/ingest_video'

const fieldNames = ['video', 'file'] as const

/** Takes the video of a form in, with the fields beside it. @throws as receiveUpload */
export async function receiveVideo<F extends SaidOfFile>(
  ctx: HttpContext,
  order: Omit<UploadOrder<F, IngestedVideo>, 'fieldNames'> & { maxSizeBytes: number }
): Promise<IngestedVideo & { fields: F }> {
  const whole = { ...order, fieldNames, tooLarge: VideoTooLarge }
  const { taken, fields } = await receiveUpload(ctx, whole)
  return { ...taken, fields }
}
