import type { MediaFailureCode } from './errors.js'
import type { StreamSpan } from './stream_span.js'

/** What was found out about one written file. Plain data: it is stored with the rendition and shown. */
export interface RenditionProof {
  sizeBytes: number
  /** Measured, the longest stream. */
  durationS: number
  videoCodec: string
  audioCodec: string | null
  width: number
  height: number
  frameCount: number
  spans: StreamSpan[]
  /** By how many seconds the sound ends later after the pictures than in the source; null without sound. */
  soundOverhangChangeS: number | null
  checks: ProofCheck[]
}

export interface ProofCheck {
  name: string
  ok: boolean
  expected: string
  got: string
  /** What a failure of this check means. */
  code: MediaFailureCode
}
