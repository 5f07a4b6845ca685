/** The states of a job. It ends exactly once: completed, failed with a cause, or cancelled. */
export const JOB_STATUSES = ['queued', 'running', 'completed', 'failed', 'cancelled'] as const
export type JobStatus = (typeof JOB_STATUSES)[number]

export const JOB_PHASES = ['probe', 'plan', 'encode', 'verify', 'publish'] as const
export type JobPhase = (typeof JOB_PHASES)[number]

export const ATTEMPT_STATUSES = [
  'running',
  'completed',
  'failed',
  'cancelled',
  'lost',
  'handed_back',
] as const
export type AttemptStatus = (typeof ATTEMPT_STATUSES)[number]

/**
 * Every legal move. Back to `queued` is a retry, a lost worker or work handed back: one path for all. Paused is no state
 * of its own: what waits or runs may stand still, and stays so when it moves from one to the other.
 */
const LEGAL_MOVES: Record<JobStatus, readonly JobStatus[]> = {
  queued: ['running', 'cancelled'],
  running: ['completed', 'failed', 'cancelled', 'queued'],
  failed: ['queued'],
  cancelled: ['queued'],
  completed: [],
}

export function isLegalMove(from: JobStatus, to: JobStatus): boolean {
  return LEGAL_MOVES[from].includes(to)
}

/** Whether a job in this state is over, unless somebody retries it. */
export function isEnded(status: JobStatus): boolean {
  return status === 'completed' || status === 'failed' || status === 'cancelled'
}
