import type { HttpContext } from '@adonisjs/core/http'
import { problemOf } from '#http/exceptions/problem'
import { giveWebResponse } from '#http/uploads/tus_exchange'

/** Codes for what the tus server itself refuses. */
const CODES: Record<number, string> = {
  400: 'E_UPLOAD_MALFORMED',
  403: 'E_UPLOAD_REFUSED',
  404: 'E_UPLOAD_NOT_FOUND',
  409: 'E_UPLOAD_OFFSET_WRONG',
  410: 'E_UPLOAD_GONE',
  412: 'E_TUS_VERSION',
  413: 'E_VIDEO_TOO_LARGE',
  415: 'E_UPLOAD_MALFORMED',
  423: 'E_UPLOAD_LOCKED',
  460: 'E_CHECKSUM_MISMATCH',
}

/** Gives an answer of the tus server as the API tells things: what is refused is a problem. */
export async function giveUploadAnswer(ctx: HttpContext, answer: Response, refusalCode?: string) {
  if (answer.status < 400 || ctx.request.method() === 'HEAD') return giveWebResponse(ctx, answer)
  const { status } = answer
  const message = (await answer.text()).trim() || 'The upload was refused'
  const code = refusalCode ?? CODES[status] ?? 'E_UPLOAD_REFUSED'
  const { response, request } = ctx
  const tus = answer.headers.get('tus-resumable')
  if (tus) response.header('tus-resumable', tus)
  response.header('content-type', 'application/problem+json; charset=utf-8')
  response.status(status)
  response.send(JSON.stringify(problemOf({ status, code, message }, request.id() ?? null)))
}
