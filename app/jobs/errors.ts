import { Exception } from '@adonisjs/core/exceptions'
import type { WatermarkNotFound } from '#watermarks/errors'
import type { InvalidParameter } from '#media/operations/parameters'
import type { JobStatus } from '#jobs/job_state'

export class JobNotFound extends Exception {
  static status = 404
  static code = 'E_JOB_NOT_FOUND'

  constructor(id: string) {
    super(`There is no job ${id}`)
  }
}

export class AttemptNotFound extends Exception {
  static status = 404
  static code = 'E_ATTEMPT_NOT_FOUND'

  constructor(jobId: string, attempts: number) {
    const offer = attempts === 0 ? 'none has begun yet' : `there are 1 to ${attempts}`
    super(`Job ${jobId} has no such attempt: ${offer}`)
  }
}

export class JobAlreadyActive extends Exception {
  static status = 409
  static code = 'E_JOB_ALREADY_ACTIVE'

  constructor(
    videoId: number,
    readonly jobId: string
  ) {
    super(`Video ${videoId} is already being processed in this way by job ${jobId}`)
  }
}

export class JobAlreadyEnded extends Exception {
  static status = 409
  static code = 'E_JOB_ALREADY_ENDED'

  constructor(id: string, status: JobStatus, wanted: 'cancel' | 'pause' | 'resume' = 'cancel') {
    super(`Job ${id} is already ${status}: there is nothing to ${wanted}`)
  }
}

export class JobNotRetriable extends Exception {
  static status = 409
  static code = 'E_JOB_NOT_RETRIABLE'

  constructor(id: string, status: JobStatus) {
    super(`Job ${id} is ${status}: only failed and cancelled jobs can be retried`)
  }
}

export class VideoBeingDeleted extends Exception {
  static status = 409
  static code = 'E_VIDEO_BEING_DELETED'

  constructor(id: number) {
    super(`Video ${id} is being deleted: nothing can be started for it`)
  }
}

export class BatchNotFound extends Exception {
  static status = 404
  static code = 'E_BATCH_NOT_FOUND'

  constructor(id: number | string) {
    super(`There is no batch ${id}`)
  }
}

export class IdempotencyKeyReused extends Exception {
  static status = 409
  static code = 'E_IDEMPOTENCY_KEY_REUSED'

  /** @param differences in words; none where they are too long to tell */
  constructor(key: string, differences: string[]) {
    const how = differences.length > 0 ? ` (${differences.join(', ')})` : ''
    super(`The key "${key}" came with another request before${how}: use a new key for a new one`)
  }
}

export class BatchEnded extends Exception {
  static status = 409
  static code = 'E_BATCH_ENDED'

  constructor(id: number, state: string) {
    super(`Batch ${id} is ${state}: there is nothing left to change`)
  }
}

export class JobNotWaiting extends Exception {
  static status = 409
  static code = 'E_JOB_NOT_WAITING'

  constructor(id: string, status: JobStatus) {
    super(`Job ${id} is ${status}: only a job that waits has a turn to change`)
  }
}

export class LaneNotFound extends Exception {
  static status = 404
  static code = 'E_LANE_NOT_FOUND'

  constructor(name: string, known: readonly string[]) {
    super(`There is no lane "${name}": choose one of ${known.join(', ')}`)
  }
}

/** The reminder could not be sent; the row stands and the reconciler sends it later. */
export class QueueUnreachable extends Error {
  constructor(options?: ErrorOptions) {
    super('The queue does not answer: is Redis running at REDIS_URL?', options)
  }
}

export class OperationNotFound extends Exception {
  static status = 422
  static code = 'E_OPERATION_NOT_FOUND'

  constructor(name: string, known: string[]) {
    super(`There is no operation "${name}": choose one of ${known.join(', ')}`)
  }
}

export class InvalidOperation extends Exception {
  static status = 422
  static code = 'E_INVALID_PARAMETER'

  constructor(operation: string, invalid: InvalidParameter) {
    super(`${operation} cannot be done so: ${invalid.message}`)
  }
}

/** An operation names a picture that is not there. */
export class PictureNotFound extends Exception {
  static status = 422
  static code = 'E_WATERMARK_NOT_FOUND'

  constructor(operation: string, parameter: string, missing: WatermarkNotFound) {
    super(`${operation} cannot be done so: ${parameter}: ${missing.message}`)
  }
}

export class WatermarkInUse extends Exception {
  static status = 409
  static code = 'E_WATERMARK_IN_USE'

  constructor(name: string, jobs: number) {
    const who = jobs === 1 ? 'a job that waits or runs needs' : `${jobs} jobs that wait or run need`
    super(`The watermark "${name}" stays: ${who} it. Wait for that, or cancel it first`)
  }
}

export class NothingChosen extends Exception {
  static status = 422
  static code = 'E_NOTHING_CHOSEN'

  constructor() {
    super('No video fits any more: choose others')
  }
}

/** Whoever confirmed a change to many videos was shown another number of them. */
export class SelectionChanged extends Exception {
  static status = 409
  static code = 'E_SELECTION_CHANGED'

  constructor(expected: number, now: number) {
    super(`${now} videos fit now, not ${expected}: look again and confirm the new number`)
  }
}

export class SweepNotFound extends Exception {
  static status = 404
  static code = 'E_SWEEP_NOT_FOUND'

  constructor(id: number | string) {
    super(`There is no change ${id} of many videos`)
  }
}
