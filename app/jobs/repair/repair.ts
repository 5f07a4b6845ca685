/** Something that is wrong now. */
export interface Finding {
  subject: { type: string; id: string | number | null }
  /** A clause without its full stop, with ids and values. */
  what: string
  /** Kept with the repair in the audit. */
  details?: Record<string, unknown>
  /** What a person can do, where Mediakeep must not help itself. */
  onlyByHand?: string
}

/**
 * One kind of thing that crashes, restarts and emptied queues leave behind. Any number of processes may find and repair
 * at once: a repair looks again before it acts, and one of them wins.
 */
export interface Repair<F extends Finding = Finding> {
  /** Counted and shown by this name, which never changes. */
  readonly kind: string
  /** Verb in the past for the audit, such as `job.worker_lost`; null: what it calls tells the audit itself. */
  readonly action: string | null
  /** How often the reconcilers together look, in seconds; 0: each of them in every round. */
  readonly everyS: number
  /** @throws QueueUnreachable, StorageUnreachable */
  find(): Promise<F[]>
  /** @returns whether it was this call that did it */
  repair(finding: F): Promise<boolean>
}

/** Rows looked at in one go; what is more comes with the next. */
export const ROWS_A_ROUND = 1000

/** Enough ids to recognise what was meant, for the audit. */
export function someOf<T>(ids: T[]): T[] {
  return ids.slice(0, 20)
}

/** `1 job`, `2 jobs`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
