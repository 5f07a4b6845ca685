import type { MediaFailureCode } from '../errors.js'
import type { MediaWarning } from '../probe/media_info.js'
import type { Similarity } from './similarity.js'
import type { StreamSpan } from '../probe/stream_span.js'

/** What was found out about one written file. Plain data: it is stored with the rendition and shown. */
export interface RenditionProof {
  sizeBytes: number
  /** Measured, the longest stream. */
  durationS: number
  /** ffprobe's name; null for sound alone. */
  videoCodec: string | null
  audioCodec: string | null
  width: number
  height: number
  frameCount: number
  spans: StreamSpan[]
  /** By how many seconds the sound ends later after the pictures than in the source; null without sound. */
  soundOverhangChangeS: number | null
  checks: ProofCheck[]
  /** Likeness to the source's pictures; absent where that was never asked. */
  similarity?: Similarity | null
  /** What people should know though the file is taken: damage of the source, what was lost. */
  warnings?: MediaWarning[]
}

export interface ProofCheck {
  name: string
  ok: boolean
  expected: string
  got: string
  /** What a failure of this check means. */
  code: MediaFailureCode
}
