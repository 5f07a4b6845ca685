import { AsyncLocalStorage } from 'node:async_hooks'

/** What a line of the log belongs to. */
export interface LogIds {
  /** Of the request that asked; a job keeps it, so that its attempts say it too. */
  requestId?: string
  jobId?: string
  /** 1 for a job's first. */
  attempt?: number
  videoId?: number
  workerId?: string
  firingId?: number
}

const storage = new AsyncLocalStorage<LogIds>()

/** Every line that is logged within the work, however deep, carries these ids beside those of whoever called. */
export function withIds<T>(ids: LogIds, work: () => T): T {
  return storage.run({ ...storage.getStore(), ...ids }, work)
}

/** Those of the work that is going on. */
export function currentIds(): LogIds {
  return storage.getStore() ?? {}
}
