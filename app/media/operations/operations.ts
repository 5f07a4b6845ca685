import { compress } from './compress.js'
import { convert } from './convert.js'
import { extractAudio } from './extract_audio.js'
import { filter } from './filter.js'
import type { Operation } from './operation.js'
import { packageHls } from './package_hls.js'
import { PICTURE_CHANGES } from './picture_changes.js'
import { resize } from './resize.js'
import { storyboard } from './storyboard.js'
import { thumbnail } from './thumbnail.js'
import { transcode } from './transcode.js'
import { trim } from './trim.js'
import { watermark } from './watermark.js'

const ALL: Operation[] = [
  ...[transcode, compress, resize, convert, trim, extractAudio],
  ...[thumbnail, storyboard, packageHls, watermark, filter],
  ...PICTURE_CHANGES,
]

/** All that can be done to a video without a preset, by the name that people type, in the order shown. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  ALL.map((operation) => [operation.name, operation])
)
