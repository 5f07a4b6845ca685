import { createHash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import type { KeyedRequest } from '#accounts/kept_answers'

/** Longer bodies are known by their hash alone. */
const MOST_SAID = 16_384

/**
 * The request as it is known again. JSON is compared as it is read, so the order of its fields and its blanks do not matter.
 * A file is not read beforehand: it is compared by the length of the body, and by what tus says of it.
 */
export function keyedRequest(ctx: HttpContext, key: string): KeyedRequest {
  const { request, auth } = ctx
  const said = isFile(ctx) ? fileSaid(ctx) : request.body()
  const text = JSON.stringify(said, inOrder) ?? ''
  return {
    ...{ userId: auth.use('api').getUserOrFail().id, key },
    ...{ method: request.method(), path: request.url(true) },
    bodyHash: createHash('sha256').update(text).digest('base64url'),
    said: text.length <= MOST_SAID ? said : null,
  }
}

function isFile({ request }: HttpContext): boolean {
  if (request.header('tus-resumable')) return true // of which the first request may have no body yet
  return request.header('content-type') !== undefined && !request.is(['application/json'])
}

function fileSaid({ request }: HttpContext): Record<string, unknown> {
  const header = (name: string) => request.header(name)
  return {
    content_type: header('content-type')?.split(';')[0].trim().toLowerCase(),
    content_length: header('content-length'),
    upload_length: header('upload-length'),
    upload_metadata: header('upload-metadata'),
  }
}

/** Fields of objects by name. */
function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const fields = Object.entries(value)
  return Object.fromEntries(fields.sort(([one], [other]) => (one < other ? -1 : 1)))
}
