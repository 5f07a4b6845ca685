import type { HttpContext } from '@adonisjs/core/http'
import { receiveUpload } from '#http/files/receive_upload'
import { VideoTooLarge } from '#videos/errors'
import type { UploadOrder } from '#http/files/upload_reception'
import type Video from '#videos/video'

const fieldNames = ['video', 'file'] as const

/** Takes the video of a form in, with the fields beside it. @throws as receiveUpload */
export async function receiveVideo<F extends { title?: string | null }>(
  ctx: HttpContext,
  order: Omit<UploadOrder<F, Video>, 'fieldNames'> & { maxSizeBytes: number }
): Promise<{ video: Video; fields: F }> {
  const whole = { ...order, fieldNames, tooLarge: VideoTooLarge }
  const { taken: video, fields } = await receiveUpload(ctx, whole)
  return { video, fields }
}
