import type { ProbeLimits } from '#media/probe'
import type { MediaBinaries } from '#media/binaries'

/** What a file may be to be taken, and what looks at it. */
export class IntakeLimits {
  constructor(
    readonly maxSizeBytes: number,
    readonly probe: ProbeLimits,
    readonly binaries: MediaBinaries
  ) {}
}
