import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { mimeTypeOf } from '#media/recipe/mime_type'
import type { SubtitleLabel } from '#media/subtitles/plan_subtitles'

/** A finished file in the attempt's folder. */
export interface MadeFile {
  name: string
  path: string
  sizeBytes: number
  sha256: string
  mimeType: string
  /** Of subtitles. */
  track?: SubtitleLabel
}

/** What a finished file is, by its bytes. @throws AbortError */
export async function describeFile(path: string, signal?: AbortSignal): Promise<MadeFile> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash, { signal })
  const { size } = await stat(path)
  const name = basename(path)
  return { name, path, sizeBytes: size, sha256: hash.digest('hex'), mimeType: mimeTypeOf(name) }
}
