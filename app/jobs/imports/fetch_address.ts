import { inject } from '@adonisjs/core'
import { Outbound, type StreamedAnswer } from '#outbound/outbound'
import { fileNameOf } from '#jobs/imports/file_name'
import { AddressAnsweredOtherwise, AddressIsPage, AddressSendsPacked } from '#jobs/imports/errors'
import { appendToPart, arrivedBytes } from '#jobs/imports/part_file'
import { noteImport } from '#jobs/imports/import_lease'
import { IntakeLimits } from '#videos/intake_limits'
import { UploadIncomplete, VideoTooLarge } from '#videos/errors'
import type Import from '#jobs/imports/import'
import type { ImportWatch } from '#jobs/imports/import_watch'
import type { ReceivedFile } from '#videos/receive_file'

const MAX_REDIRECTS = 5
const LIMITS = {
  connectMs: 10_000,
  firstByteMs: 30_000,
  noProgressMs: 60_000,
  wholeMs: 6 * 3_600_000,
  maxBytes: Number.MAX_SAFE_INTEGER, // MAX_VIDEO_SIZE is told in words of its own
}

export interface FetchedFile extends ReceivedFile {
  originalName: string
}

/** What an answer says of the file. */
interface FileHead {
  name: string
  /** Bytes that are here already and count. */
  fromByte: number
  /** Null: not told. */
  totalBytes: number | null
  validator: string | null
}

/** Fetches the file of an address, or the rest of it where the other side can tell that it is the same. */
@inject()
export default class FetchAddress {
  constructor(
    private outbound: Outbound,
    private limits: IntakeLimits
  ) {}

  /**
   * @param path where the file is to arrive, or has in part
   * @throws OutboundError, AddressAnsweredOtherwise, AddressIsPage, AddressSendsPacked, VideoTooLarge, UploadIncomplete
   */
  async handle(row: Import, path: string, watch: ImportWatch): Promise<FetchedFile> {
    const here = row.validator ? await arrivedBytes(path) : 0
    const answer = await this.#ask(row, here, watch.signal)
    try {
      return await this.#receive(row, { path, here, answer, watch })
    } catch (error) {
      answer.content.destroy()
      throw error
    }
  }

  async #ask(row: Import, here: number, signal: AbortSignal): Promise<StreamedAnswer> {
    const rest: Record<string, string> =
      here > 0 ? { 'range': `bytes=${here}-`, 'if-range': row.validator! } : {}
    const headers = { accept: 'video/*, audio/*, application/octet-stream, */*;q=0.5', ...rest }
    const call = { headers, limits: LIMITS, maxRedirects: MAX_REDIRECTS, signal }
    const answer = await this.outbound.get(row.address, call)
    if (answer.status !== 416 || here === 0) return answer
    answer.content.destroy() // it has become shorter than what is here
    return this.#ask(row, 0, signal)
  }

  async #receive(
    row: Import,
    of: { path: string; here: number; answer: StreamedAnswer; watch: ImportWatch }
  ): Promise<FetchedFile> {
    const { path, answer, watch } = of
    const { maxSizeBytes } = this.limits
    const head = headOf(answer, of.here)
    const { name, totalBytes, fromByte } = head
    if (totalBytes !== null && totalBytes > maxSizeBytes)
      throw new VideoTooLarge(name, maxSizeBytes)
    Object.assign(watch.at, { totalBytes, receivedBytes: fromByte })
    await noteImport(row, { original_name: name, validator: head.validator, part_path: path })
    await watch.renew()
    const onBytes = (receivedBytes: number) => void (watch.at.receivedBytes = receivedBytes)
    const to = { path, name, fromByte, maxSizeBytes, onBytes }
    const file = await appendToPart(answer.content, to)
    if (totalBytes !== null && file.sizeBytes !== totalBytes) throw new UploadIncomplete(name)
    return { ...file, originalName: name }
  }
}

/** @throws where the answer is no file */
function headOf(answer: StreamedAnswer, here: number): FileHead {
  mustBeFile(answer)
  const { status, headers, url } = answer
  const told = { name: fileNameOf(headers, url), validator: validatorOf(headers) }
  if (status === 200) {
    const length = headers['content-length']
    return { ...told, fromByte: 0, totalBytes: length === undefined ? null : Number(length) }
  }
  const part = partOf(headers['content-range'], here)
  if (!part) throw new AddressAnsweredOtherwise(url.href, status)
  return { ...told, fromByte: here, totalBytes: part.totalBytes }
}

function mustBeFile({ status, headers, url }: StreamedAnswer): void {
  if (status !== 200 && status !== 206) throw new AddressAnsweredOtherwise(url.href, status)
  const encoding = headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') throw new AddressSendsPacked(url.href, encoding)
  const isPage = /^\s*(text\/html|application\/xhtml)/i.test(headers['content-type'] ?? '')
  if (isPage) throw new AddressIsPage(url.href)
}

/** What was asked for and nothing else: another part would make another file. */
function partOf(range: string | undefined, here: number): { totalBytes: number | null } | null {
  const said = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(range ?? '')
  if (!said || Number(said[1]) !== here) return null
  return { totalBytes: said[2] === '*' ? null : Number(said[2]) }
}

/** A weak ETag is no promise of the same bytes. */
function validatorOf(headers: StreamedAnswer['headers']): string | null {
  const { etag, 'last-modified': changedAt } = headers
  if (etag && !etag.startsWith('W/')) return etag
  return changedAt ?? null
}
