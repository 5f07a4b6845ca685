import type { MediaBinaries } from '#media/run/binaries'
import type { JobLimits } from '#jobs/limits/job_limits'

/** What the pipeline runs with on this machine. */
export class PipelineSettings {
  constructor(
    readonly binaries: MediaBinaries,
    /** Where the job's preset says nothing else. */
    readonly limits: JobLimits
  ) {}
}
