import type Job from '#jobs/job'
import type { EncodePlan } from '#media/plan/encode_plan'
import type { JobLease } from '#jobs/life/job_lease'
import type { JobLimits } from '#jobs/limits/job_limits'
import type { LeaseWatch } from '#pipeline/lease_watch'
import type { RunningPrograms } from '#media/run/running_programs'
import type { ScratchUse } from '#pipeline/scratch_use'
import type { MediaWarning } from '#media/probe/media_info'
import type { VerifiedRendition } from '#pipeline/verify_renditions'

/** What one attempt works with. */
export interface Making {
  job: Job
  lease: JobLease
  watch: LeaseWatch
  /** What the attempt may take: the settings' limits and its preset's. */
  limits: JobLimits
  programs: RunningPrograms
  scratchUse: ScratchUse
  /** The attempt's own folder; all files are made in it. */
  folder: string
  inputPath: string
  /** Null where the recipe lays no picture over the video. */
  watermarkPath: string | null
}

export interface MadeRenditions {
  plan: EncodePlan
  verified: VerifiedRendition[]
  /** What people should know though all of it is published; each once. */
  warnings: MediaWarning[]
}
