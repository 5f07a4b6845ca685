import type { MediaBinaries } from '#media/binaries'
import type { EncodeLimits } from '#media/ffmpeg'

/** What the pipeline runs with on this machine. */
export class PipelineSettings {
  constructor(
    readonly binaries: MediaBinaries,
    readonly limits: EncodeLimits
  ) {}
}
