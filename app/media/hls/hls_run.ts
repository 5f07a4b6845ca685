import type { MediaBinaries } from '../run/binaries.js'
import type { MadeSubtitleTrack } from '../subtitles/extract_subtitles.js'
import type { RenditionProof } from '../verify/rendition_proof.js'

export interface HlsRun {
  /** Where the renditions lie; the package gets a folder of its own in it. */
  folder: string
  binaries: MediaBinaries
  /** Proofs of the renditions by their names: what was verified is what is copied. */
  proofs: ReadonlyMap<string, RenditionProof>
  /** To offer with the ladder. */
  subtitles?: readonly MadeSubtitleTrack[]
  signal?: AbortSignal
}
