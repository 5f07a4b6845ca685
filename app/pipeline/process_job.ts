import { inject } from '@adonisjs/core'
import logger from '@adonisjs/core/services/logger'
import Job from '#jobs/job'
import { Scratch } from '#jobs/repair/scratch'
import { causeOfSystemError, describeCause } from '#jobs/failure_causes'
import { effectiveLimits } from '#jobs/limits/job_limits'
import {
  cancelAttempt,
  failAttempt,
  handBackAttempt,
  type AttemptEnd,
} from '#jobs/life/end_attempt'
import { MediaError } from '#media/errors'
import { RunningPrograms } from '#media/run/running_programs'
import { analyseOriginal } from '#pipeline/analyse_original'
import { bringOriginal, OriginalChanged } from '#pipeline/bring_original'
import { bringWatermark, WatermarkMissing } from '#pipeline/bring_watermark'
import { drawPoster } from '#pipeline/draw_poster'
import { keepTimings } from '#pipeline/keep_timings'
import { LeaseWatch } from '#pipeline/lease_watch'
import { PipelineSettings } from '#pipeline/pipeline_settings'
import { makeRenditions } from '#pipeline/make_renditions'
import { publishRenditions } from '#pipeline/publish_renditions'
import { reserveScratch, ScratchTooSmall } from '#pipeline/reserve_scratch'
import { ScratchUse } from '#pipeline/scratch_use'
import { FileMissing, StorageUnreachable } from '#storage/errors'
import { MediaStore } from '#storage/media_store'
import type { JobLease } from '#jobs/life/job_lease'
import type { Making } from '#pipeline/making'

/** What one call did. */
export type ProcessOutcome = 'completed' | 'lease_lost' | Exclude<AttemptEnd, null>

/** Runs one attempt at a job, under a lease, and leaves nothing behind. */
@inject()
export default class ProcessJob {
  constructor(
    private store: MediaStore,
    private settings: PipelineSettings,
    private scratch: Scratch
  ) {}

  /** @param workerStops aborted: the job is handed back at once */
  async handle(lease: JobLease, workerStops: AbortSignal): Promise<ProcessOutcome> {
    const programs = new RunningPrograms()
    const watch = new LeaseWatch(lease, workerStops, programs)
    try {
      return await programs.run(() => this.#attempt({ lease, watch, programs }))
    } catch (error) {
      return (await this.#end(lease, watch, error)) ?? 'lease_lost'
    } finally {
      watch.end()
      await keepTimings(lease, watch.timings)
    }
  }

  async #attempt(of: Pick<Making, 'lease' | 'watch' | 'programs'>): Promise<ProcessOutcome> {
    const { lease, watch } = of
    const job = await Job.query().where('id', lease.jobId).preload('video').firstOrFail()
    await job.load('presetVersion')
    const limits = effectiveLimits(this.settings.limits, job.presetVersion?.limits)
    watch.holdTo(limits)
    const folder = await this.scratch.make(lease)
    const scratchUse = new ScratchUse(lease, folder, limits.outputBytes)
    try {
      return await this.#make({ ...of, job, limits, folder, scratchUse })
    } finally {
      await this.scratch.remove(folder)
    }
  }

  async #make(of: Omit<Making, 'inputPath' | 'watermarkPath'>): Promise<ProcessOutcome> {
    const { job, lease, watch, folder } = of
    await reserveScratch(this.settings, { job, lease, scratchPath: this.scratch.path })
    const { signal } = watch
    const inputPath = await bringOriginal(this.store, { job, lease, folder, signal })
    const watermarkPath = await bringWatermark(this.store, job.wantedRecipe, { folder, signal })
    const making = { ...of, inputPath, watermarkPath }
    const made = await this.#lookCloserWhile(makeRenditions(this.settings, making), {
      ...{ video: job.video, inputPath, signal },
    })

    await drawPoster(this.settings, { ...of, inputPath, plan: made.plan, signal })
    await of.programs.whenResumed()
    signal.throwIfAborted()
    watch.report('publish')
    const isPublished = await publishRenditions(this.store, { job, lease, folder, signal, ...made })
    return isPublished ? 'completed' : 'lease_lost'
  }

  /** The analysis runs beside the encode; where that fails it is not waited for. */
  async #lookCloserWhile<T>(making: Promise<T>, of: Parameters<typeof analyseOriginal>[1]) {
    const failed = new AbortController()
    const signal = AbortSignal.any([of.signal, failed.signal])
    const analysed = analyseOriginal(this.settings, { ...of, signal })
    try {
      return await making
    } catch (error) {
      failed.abort()
      throw error
    } finally {
      await analysed
    }
  }

  async #end(lease: JobLease, watch: LeaseWatch, error: unknown): Promise<AttemptEnd> {
    switch (watch.stopReason) {
      case 'cancelled':
        return cancelAttempt(lease)
      case 'handed_back':
        return handBackAttempt(lease)
      case 'lease_lost':
        return null
      case null:
        return this.#fail(lease, error)
      case 'time_limit':
        return this.#fail(lease, tookTooLong(error, watch.allowedS))
    }
  }

  #fail(lease: JobLease, error: unknown): Promise<AttemptEnd> {
    return failAttempt(lease, failureOf(error, lease), this.settings.limits.maxFailures)
  }
}

function tookTooLong(error: unknown, allowedS: number | null): MediaError {
  const evidence = error instanceof MediaError ? error.evidence : ''
  return new MediaError('TIME_LIMIT', { detail: `stopped at ${allowedS} s`, evidence })
}

function failureOf(error: unknown, lease: JobLease) {
  if (error instanceof ScratchTooSmall) return { ...error.failure, evidence: '' }
  if (error instanceof MediaError) {
    return { cause: error.code, message: error.message, evidence: error.evidence }
  }
  const message = error instanceof Error ? error.message : String(error)
  const cause = causeOf(error)
  if (cause === 'UNKNOWN') logger.error({ err: error, jobId: lease.jobId }, 'unforeseen failure')
  return { cause, message: describeCause(cause).sentence, evidence: message }
}

function causeOf(error: unknown): string {
  if (error instanceof WatermarkMissing) return 'WATERMARK_MISSING'
  if (error instanceof FileMissing) return 'ORIGINAL_MISSING'
  if (error instanceof OriginalChanged) return 'ORIGINAL_CHANGED'
  if (error instanceof StorageUnreachable) return 'STORAGE_UNREACHABLE'
  return causeOfSystemError(error)
}
