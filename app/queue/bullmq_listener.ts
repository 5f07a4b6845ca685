import logger from '@adonisjs/core/services/logger'
import { Worker } from 'bullmq'
import { closeWithin } from '#queue/close_within'
import { patientConnection } from '#queue/redis_connection'
import { QUEUE_NAMES } from '#queue/queue_names'
import type { Listener, Listening } from '#jobs/job_queue'

/** Redis' own lock on a reminder says nothing about the job: it only decides when the reminder is doubled. */
const REMINDER_LOCK_MS = 60_000

/** Takes the reminders of a lane from Redis, on a connection of its own that waits however long Redis is away. */
export function listenToBullmq(url: string, listening: Listening): Listener {
  const { lane, concurrency, onReminder } = listening
  const redis = patientConnection(url)
  const worker = new Worker<{ jobId: string }>(
    QUEUE_NAMES[lane],
    (reminder) => onReminder(reminder.data.jobId),
    {
      connection: redis,
      concurrency,
      lockDuration: REMINDER_LOCK_MS,
      maxStalledCount: 1_000_000, // crashes are counted in Postgres
    }
  )
  worker.on('error', (error) => logger.warn({ err: error }, 'the queue does not answer'))
  worker.on('failed', (reminder, error) =>
    logger.error({ err: error, jobId: reminder?.data.jobId }, 'a reminder failed')
  )
  return {
    close: async () => {
      await closeWithin(() => worker.close())
      redis.disconnect()
    },
  }
}
