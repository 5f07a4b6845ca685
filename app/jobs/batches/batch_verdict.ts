import { describeCause } from '#jobs/failure_causes'

/** A job of a batch that ended. */
export interface EndedJob {
  status: 'completed' | 'failed' | 'cancelled'
  cause: string | null
}

export interface BatchNews {
  /** Jobs that wait or run. */
  active: number
  /** Of those that wait: jobs held behind the canary or by a pause. */
  held: number
  /** Of those that wait: jobs that are due for a worker. */
  loose: number
  isPaused: boolean
  isReleased: boolean
  pauseAfterFailures: number
  canarySize: number
  /** Since the batch was begun or last resumed, the latest first; as many as the pause needs, at least. */
  ended: EndedJob[]
}

export type BatchVerdict =
  | { act: 'nothing' | 'release' | 'finish' | 'hold_again' }
  | { act: 'pause'; /** For people. */ reason: string }

/** What is to be done about a batch now. Pure. */
export function judgeBatch(news: BatchNews): BatchVerdict {
  if (news.active === 0) return { act: 'finish' }
  if (news.isPaused) return { act: news.loose > 0 ? 'hold_again' : 'nothing' }
  const reason = failsAlike(news) ?? canaryDied(news)
  if (reason) return { act: 'pause', reason }
  return { act: isProved(news) ? 'release' : 'nothing' }
}

/** All of the canary ended, and one of it completed. */
function isProved({ isReleased, active, held, ended }: BatchNews): boolean {
  return !isReleased && active === held && ended.some(({ status }) => status === 'completed')
}

function failsAlike({ ended, pauseAfterFailures }: BatchNews): string | null {
  const last = ended.filter(({ status }) => status !== 'cancelled').slice(0, pauseAfterFailures)
  const [{ cause } = { cause: null }] = last
  const isRow =
    last.length === pauseAfterFailures &&
    last.every((job) => job.status === 'failed' && job.cause === cause)
  if (!isRow || cause === null) return null
  return `${last.length} jobs in a row failed alike: ${describeCause(cause).sentence}`
}

/** All of the canary ended and none of it completed. */
function canaryDied({ isReleased, active, held, ended, canarySize }: BatchNews): string | null {
  if (isReleased || active > held || ended.some(({ status }) => status === 'completed')) return null
  return `None of the first ${canarySize} jobs completed`
}
