import type { ProbeLimits } from '#media/probe/probe'
import type { MediaBinaries } from '#media/run/binaries'

/** What a file may be to be taken, and what looks at it. */
export class IntakeLimits {
  constructor(
    readonly maxSizeBytes: number,
    readonly probe: ProbeLimits,
    readonly binaries: MediaBinaries
  ) {}
}
