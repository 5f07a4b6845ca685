import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { mimeTypeOf } from '#media/recipe/mime_type'
import { sha256OfFile } from '#storage/sha256'
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
  const sha256 = await sha256OfFile(path, signal)
  const { size } = await stat(path)
  const name = basename(path)
  return { name, path, sizeBytes: size, sha256, mimeType: mimeTypeOf(name) }
}
