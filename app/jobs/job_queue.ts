/** Tells workers to look at a job; the job's row decides what happens. */
export interface Reminder {
  /** Unique for each sending. */
  id: string
  jobId: string
  /** 0: at once. */
  delayMs: number
}

export interface QueueCounts {
  waiting: number
  delayed: number
  active: number
}

/**
 * What is next, for any worker. A reminder may be lost, late or doubled without harm.
 *
 * Every method answers or throws QueueUnreachable within two seconds.
 */
export abstract class JobQueue {
  abstract send(reminders: Reminder[]): Promise<void>

  /** Those of the ids that are no longer on their way to a worker. */
  abstract missing(reminderIds: string[]): Promise<string[]>

  /** Takes reminders back; those already with a worker stay. */
  abstract withdraw(reminderIds: string[]): Promise<void>

  abstract counts(): Promise<QueueCounts>

  abstract close(): Promise<void>
}
