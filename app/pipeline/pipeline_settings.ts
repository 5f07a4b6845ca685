import type { MediaBinaries } from '#media/run/binaries'
import type { EncodeLimits } from '#media/run/ffmpeg'

/** What the pipeline runs with on this machine. */
export class PipelineSettings {
  constructor(
    readonly binaries: MediaBinaries,
    readonly limits: EncodeLimits
  ) {}
}
