import { MEDIA_FAILURES, type MediaFailureCode } from '#media/errors'

/** What can end a job besides the media itself; the media's own causes stand in `media/errors.ts`. */
const JOB_FAILURES = {
  WORKER_LOST: {
    sentence: 'The worker vanished three times while it ran this job.',
    remedy: 'Look at the worker’s log for memory or a crash, then retry.',
    canRetryHelp: false,
  },
  ORIGINAL_MISSING: {
    sentence: 'The original file is no longer in the store.',
    remedy: 'Restore the file from a backup or upload the video again.',
    canRetryHelp: false,
  },
  ORIGINAL_CHANGED: {
    sentence:
      'The original in the store is not the file that was taken in: its size or its bytes differ.',
    remedy: 'Restore the file from a backup or upload the video again.',
    canRetryHelp: false,
  },
  WATERMARK_MISSING: {
    sentence: 'The picture of the watermark is no longer there.',
    remedy:
      'Add the picture again and start a new job with it; this one asks for the one that is gone.',
    canRetryHelp: false,
  },
  SCRATCH_TOO_SMALL: {
    sentence: 'The scratch folder has too little room for this job.',
    remedy:
      'Free space there, point SCRATCH_PATH at a larger disk, or lower WORKER_CONCURRENCY, then retry.',
    canRetryHelp: true,
  },
  STORAGE_UNREACHABLE: {
    sentence: 'The store could not be read or written.',
    remedy:
      'Look at the attempt’s evidence; ./ace doctor says what is wrong with the storage folder or the bucket.',
    canRetryHelp: true,
  },
  UNKNOWN: {
    sentence: 'Something unforeseen went wrong.',
    remedy: 'Look at the attempt’s log; retry, and report it if it happens again.',
    canRetryHelp: true,
  },
} as const

export interface FailureCause {
  /** For people: what happened. */
  sentence: string
  /** For people: what to do. */
  remedy: string
  canRetryHelp: boolean
}

const CAUSES: Record<string, FailureCause> = { ...MEDIA_FAILURES, ...JOB_FAILURES }

/** The words for a cause; a code that nobody knows reads as UNKNOWN. */
export function describeCause(code: string): FailureCause {
  return CAUSES[code] ?? JOB_FAILURES.UNKNOWN
}

/** Codes of all causes. They are stored, filtered by and documented, and never change. */
export function knownCauses(): string[] {
  return Object.keys(CAUSES)
}

/**
 * Whether these bytes are a video at all is asked when they are taken in, and what is stopped on request is cancelled or
 * handed back: no job fails by these.
 */
const NEVER_OF_A_JOB: ReadonlySet<string> = new Set<MediaFailureCode>([
  ...(['INPUT_EMPTY', 'INPUT_IS_IMAGE', 'INPUT_IS_SUBTITLE', 'INPUT_ENCRYPTED'] as const),
  ...(['INPUT_NO_DURATION', 'ABORTED'] as const),
])

/** Codes of the causes that a job can end with. */
export function jobCauses(): string[] {
  return knownCauses().filter((code) => !NEVER_OF_A_JOB.has(code))
}

export function isKnownCause(code: string): boolean {
  return Object.hasOwn(CAUSES, code)
}

/** What the system says of files in the scratch folder, by its own codes. */
const SYSTEM_CAUSES: Record<string, MediaFailureCode> = {
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  EFBIG: 'DISK_FULL',
  EACCES: 'PERMISSION_DENIED',
  EPERM: 'PERMISSION_DENIED',
  EROFS: 'PERMISSION_DENIED',
  EIO: 'DISK_ERROR',
  ENOMEM: 'OUT_OF_MEMORY',
}

/** The cause that an error of the system stands for; UNKNOWN where it is none of those. */
export function causeOfSystemError(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? ''
  return SYSTEM_CAUSES[code] ?? 'UNKNOWN'
}

/** Codes of the causes that a retry can cure. */
export function transientCauses(): string[] {
  return Object.keys(CAUSES).filter((code) => CAUSES[code].canRetryHelp)
}
