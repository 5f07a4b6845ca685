import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { bucketSendsForS, nginxStoreLocation } from '#config/mediakeep'
import { readByteRange } from '#http/files/byte_range'
import { contentDisposition } from '#http/files/content_disposition'
import { FileMissing } from '#storage/errors'
import { FileGone } from '#http/exceptions/file_gone'
import type { ByteRange, MediaStore } from '#storage/media_store'

const FILE_HEADERS = [
  'accept-ranges',
  'etag',
  'last-modified',
  'content-type',
  'content-disposition',
]

export interface StoredFile {
  key: string
  mimeType: string
  /** What the bytes are: a hash of them, or the key, for a key's bytes never change. */
  etag: string
  lastModified: Date
  /** Name under which it is saved. */
  fileName: string
  /** Saved rather than shown. */
  isDownload: boolean
  /** Plays by itself, so that a bucket may send it: a page that reads a file by script would need the bucket's consent. */
  isFilm: boolean
}

/**
 * Answers with a stored file, whole or the one range that was asked for: HEAD, If-None-Match, If-Range and
 * 416 included. Memory stays flat and the file is closed when the client goes away. Where an nginx in front may read
 * the store, it is told which file to send; a bucket that may send films by itself is where the client is led.
 *
 * @throws FileGone where the store lost it
 */
export async function sendStoredFile(ctx: HttpContext, store: MediaStore, file: StoredFile) {
  const sizeBytes = await store.sizeOf(file.key)
  if (sizeBytes === null) throw new FileGone()
  describe(ctx, file)
  if (ctx.response.fresh()) return ctx.response.status(304).send(null)

  if (nginxStoreLocation) return leaveToNginx(ctx, file)
  const elsewhere = await addressElsewhere(ctx, store, file)
  if (elsewhere) return leadTo(ctx, elsewhere)
  const range = isRangeWanted(ctx, file)
    ? readByteRange(ctx.request.header('range'), sizeBytes)
    : null
  if (range === 'unsatisfiable') return refuseRange(ctx, sizeBytes)
  return send(ctx, { store, file, sizeBytes, range })
}

/** Ranges, too, are nginx's then, and so is the ETag: it sends its own. */
function leaveToNginx({ response }: HttpContext, { key }: StoredFile) {
  const path = key.split('/').map(encodeURIComponent).join('/')
  response.header('x-accel-redirect', `${nginxStoreLocation}${path}`)
  return response.status(200).send('')
}

/** An address that is signed for GET opens for nothing else; who asks from another site by script stays here. */
async function addressElsewhere({ request }: HttpContext, store: MediaStore, file: StoredFile) {
  if (bucketSendsForS === 0 || !file.isFilm || request.method() !== 'GET') return null
  if (isScriptOfPage(request)) return null
  const { key, mimeType } = file
  return store.addressOf(key, { mimeType, disposition: dispositionOf(file), forS: bucketSendsForS })
}

/** Programs beside browsers may say `cors` too, but not from which site. */
function isScriptOfPage(request: HttpContext['request']): boolean {
  if (request.header('origin')) return true
  const { 'sec-fetch-site': site, 'sec-fetch-mode': mode } = request.headers()
  return site !== undefined && mode === 'cors'
}

function leadTo({ response }: HttpContext, address: string) {
  for (const name of FILE_HEADERS) response.removeHeader(name)
  response.header('cache-control', 'private, no-store')
  response.header('location', address)
  return response.status(302).send('')
}

function describe({ response }: HttpContext, file: StoredFile) {
  response.header('accept-ranges', 'bytes')
  response.header('etag', `"${file.etag}"`)
  response.header('last-modified', file.lastModified.toUTCString())
  response.header('cache-control', 'private, no-cache')
  response.header('content-type', file.mimeType)
  response.header('x-content-type-options', 'nosniff')
  response.header('content-disposition', dispositionOf(file))
}

function dispositionOf({ isDownload, fileName }: StoredFile): string {
  return contentDisposition(isDownload ? 'attachment' : 'inline', fileName)
}

/** Only GET has ranges. A range of a file that changed meanwhile would not fit what the client has: it gets the whole (RFC 9110, 13.1.5). */
function isRangeWanted({ request }: HttpContext, file: StoredFile): boolean {
  if (request.method() !== 'GET') return false
  const ifRange = request.header('if-range')
  if (!ifRange) return true
  return ifRange === `"${file.etag}"` || ifRange === file.lastModified.toUTCString()
}

function refuseRange({ response }: HttpContext, sizeBytes: number) {
  for (const name of ['content-type', 'content-disposition']) response.removeHeader(name)
  response.header('content-range', `bytes */${sizeBytes}`)
  return response.status(416).send(null)
}

async function send(
  ctx: HttpContext,
  of: { store: MediaStore; file: StoredFile; sizeBytes: number; range: ByteRange | null }
) {
  const { request, response } = ctx
  const { start, end } = of.range ?? { start: 0, end: of.sizeBytes - 1 }
  response.status(of.range ? 206 : 200)
  response.header('content-length', end - start + 1)
  if (of.range) response.header('content-range', `bytes ${start}-${end}/${of.sizeBytes}`)
  response.stream(request.method() === 'HEAD' ? Readable.from([]) : await open(of))
}

async function open(of: { store: MediaStore; file: StoredFile; range: ByteRange | null }) {
  try {
    return await of.store.read(of.file.key, of.range ?? undefined)
  } catch (error) {
    throw error instanceof FileMissing ? new FileGone({ cause: error }) : error
  }
}
