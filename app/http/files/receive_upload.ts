import type { HttpContext } from '@adonisjs/core/http'
import { Exception } from '@adonisjs/core/exceptions'
import { UploadReception, type SaidOfFile, type UploadOrder } from '#http/files/upload_reception'
import { NotMultipart, UploadMalformed } from '#http/files/errors'

/** What surrounds the file in the form: boundaries, headers, the small fields. */
const FORM_OVERHEAD_BYTES = 64 * 1024

interface SizeLimit {
  maxSizeBytes: number
  /** What a larger upload is refused with. */
  tooLarge: new (name: string, maxSizeBytes: number) => Error
}

/**
 * Streams the one file of a multipart form into the store in constant memory. The fields may stand before or
 * behind it: the file becomes a record only when the whole form is there and right.
 *
 * @throws NotMultipart, UploadMalformed, NoFileSent, UnexpectedFile, what the check of the fields throws, and
 * what taking it in throws; nothing is left behind then
 */
export async function receiveUpload<F extends SaidOfFile, T>(
  { request, response }: HttpContext,
  order: UploadOrder<F, T> & SizeLimit
) {
  if (!request.multipart) throw new NotMultipart(order.fieldNames[0])
  const reception = new UploadReception(order, (error) => request.multipart.abort(error))
  try {
    refuseBySize(request.header('content-length'), order)
    request.multipart.onFile('*', { deferValidations: true }, (part) => reception.take(part))
    await request.multipart.process().catch(malformed)
    return await reception.finish(request.body())
  } catch (error) {
    response.header('connection', 'close') // what else the client sends is not waited for
    throw await reception.abandon(error)
  }
}

function refuseBySize(contentLength: string | undefined, { maxSizeBytes, tooLarge }: SizeLimit) {
  const isTooLarge = Number(contentLength ?? 0) > maxSizeBytes + FORM_OVERHEAD_BYTES
  if (isTooLarge) throw new tooLarge('The upload', maxSizeBytes)
}

/** Whatever the parser stumbles over is the sender's. */
function malformed(error: unknown): never {
  throw error instanceof Exception && error.status < 500
    ? error
    : new UploadMalformed({ cause: error })
}
