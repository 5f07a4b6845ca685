import { JOB_PHASES, type JobPhase } from '#jobs/job_state'
import type Attempt from '#jobs/attempt'
import type Job from '#jobs/job'

export interface ComparedAttempt {
  attempt: Attempt
  /** How far it came; null where nobody told. */
  phase: JobPhase | null
  /** Of its encoder; while that runs, or where it was never seen to end, what was seen of it. */
  cpuS: number | null
  peakMemoryBytes: number | null
  /** Against the first attempt that ran one; null where this one ran none. */
  command: ComparedCommand | null
}

export interface ComparedCommand {
  /** Null: this is the first. */
  sameAs: number | null
  isSame: boolean
  /** Words of this one that the first has not, in their order. */
  others: string[]
}

/** The attempts of a job beside each other, in the order given. Pure. */
export function compareAttempts(job: Job): ComparedAttempt[] {
  const first = job.attempts
    .filter(({ argv }) => argv)
    .reduce<Attempt | null>((one, other) => (one && one.number < other.number ? one : other), null)
  return job.attempts.map((attempt) => ({
    attempt,
    phase: phaseOf(attempt, job),
    cpuS: attempt.cpuS ?? cpuSeen(attempt),
    peakMemoryBytes: attempt.peakMemoryBytes ?? memorySeen(attempt),
    command: first && commandOf(attempt, first),
  }))
}

function phaseOf({ status, timings }: Attempt, job: Job): JobPhase | null {
  if (status === 'running') return job.phase
  return JOB_PHASES.findLast((phase) => timings?.[phase] !== undefined) ?? null
}

function cpuSeen({ usage }: Attempt): number | null {
  if (!usage || usage.points.length === 0) return null
  return usage.points.reduce((sum, [cores]) => sum + (cores * usage.everyMs) / 1000, 0)
}

function memorySeen({ usage }: Attempt): number | null {
  return usage && usage.points.length > 0 ? Math.max(...usage.points.map(([, used]) => used)) : null
}

function commandOf(attempt: Attempt, first: Attempt): ComparedCommand | null {
  if (!attempt.argv) return null
  if (attempt === first) return { sameAs: null, isSame: true, others: [] }
  const [its, known] = [wordsOf(attempt), wordsOf(first)]
  const isSame = its.length === known.length && its.every((word, at) => word === known[at])
  const others = its.filter((word) => !known.includes(word))
  return { sameAs: first.number, isSame, others }
}

/** Each attempt has a folder of its own, which tells nothing. */
function wordsOf({ jobId, argv }: Attempt): string[] {
  return argv!.map((word) => word.replace(new RegExp(`${jobId}-\\d+`, 'g'), jobId))
}
