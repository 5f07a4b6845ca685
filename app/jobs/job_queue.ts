import type { Lane } from '#jobs/lanes/lane'

/** Tells workers that a lane has work; the jobs' rows decide which. */
export interface Reminder {
  /** Unique for each sending. */
  id: string
  jobId: string
  lane: Lane
  /** 0: at once. */
  delayMs: number
}

export interface SentReminder {
  id: string
  lane: Lane
}

export interface WaitingReminder extends SentReminder {
  jobId: string
}

export interface QueueCounts {
  waiting: number
  delayed: number
  active: number
}

export interface Listener {
  /** Takes no more reminders and waits for those that are being worked on. */
  close(): Promise<void>
}

export interface Listening {
  lane: Lane
  /** Reminders handled at the same time. */
  concurrency: number
  /** Must not throw; a reminder is used up when it returns. */
  onReminder: (jobId: string) => Promise<void>
}

/**
 * What is next, for any worker. A reminder may be lost, late or doubled without harm.
 *
 * Every method but `listen` answers or throws QueueUnreachable within two seconds.
 */
export abstract class JobQueue {
  abstract send(reminders: Reminder[]): Promise<void>

  /** Those that are no longer on their way to a worker. */
  abstract missing(reminders: SentReminder[]): Promise<SentReminder[]>

  /** Takes reminders back; those already with a worker stay. */
  abstract withdraw(reminders: SentReminder[]): Promise<void>

  /** Those that no worker holds yet, of all lanes; at most ten thousand of each. */
  abstract waiting(): Promise<WaitingReminder[]>

  /** Of all lanes together. */
  abstract counts(): Promise<QueueCounts>

  /** Calls back for every reminder of a lane until closed; a queue that is away is waited for. */
  abstract listen(listening: Listening): Listener

  abstract close(): Promise<void>
}
