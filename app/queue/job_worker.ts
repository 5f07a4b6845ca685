import { hostname } from 'node:os'
import { inject } from '@adonisjs/core'
import logger from '@adonisjs/core/services/logger'
import { Worker } from 'bullmq'
import { v7 as uuidv7 } from 'uuid'
import ProcessJob from '#pipeline/process_job'
import Reconcile from '#jobs/reconcile'
import { keepReconciling } from '#jobs/keep_reconciling'
import SendReminders from '#jobs/send_reminders'
import { beatWorker, registerWorker, unregisterWorker } from '#jobs/worker_registry'
import { patientConnection } from '#queue/redis_connection'
import { QUEUE_NAME } from '#queue/bullmq_job_queue'

const HEARTBEAT_MS = 5_000

/** Redis' own lock on a reminder says nothing about the job: it only decides when the reminder is doubled. */
const REMINDER_LOCK_MS = 60_000

/** Outcomes after which the job is queued and this reminder is used up. */
const WAITS_AGAIN = new Set<string>(['waits_for_retry', 'handed_back', 'worker_stops'])

/** A process that runs jobs: waits for reminders, keeps its heartbeat, repairs what others left. */
@inject()
export default class JobWorker {
  readonly id = `${hostname()}-${process.pid}-${uuidv7().slice(-6)}`
  readonly #stops = new AbortController()

  constructor(
    private processJob: ProcessJob,
    private reconcile: Reconcile,
    private reminders: SendReminders
  ) {}

  /** Runs until `stop`; jobs that run then are handed back. */
  async run(options: { redisUrl: string; concurrency: number }): Promise<void> {
    await registerWorker(this.id, options.concurrency)
    const redis = patientConnection(options.redisUrl)
    const worker = this.#listen(redis, options.concurrency)
    const heartbeat = setInterval(() => void this.#beat(), HEARTBEAT_MS)
    logger.info({ workerId: this.id, concurrency: options.concurrency }, 'worker started')

    await keepReconciling(this.reconcile, this.#stops.signal)
    await worker.close()
    redis.disconnect()
    clearInterval(heartbeat)
    await unregisterWorker(this.id).catch(() => undefined)
    logger.info({ workerId: this.id }, 'worker stopped')
  }

  /** Takes no more work, hands running jobs back; `run` returns when that is done. */
  stop() {
    this.#stops.abort()
  }

  #listen(redis: ReturnType<typeof patientConnection>, concurrency: number) {
    const worker = new Worker<{ jobId: string }>(
      QUEUE_NAME,
      (reminder) => this.#process(reminder.data.jobId),
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
    return worker
  }

  async #process(jobId: string) {
    const startedAt = performance.now()
    const outcome = await this.#attempt(jobId)
    if (WAITS_AGAIN.has(outcome)) await this.reminders.handle([jobId])
    const wallMs = Math.round(performance.now() - startedAt)
    logger.info({ jobId, workerId: this.id, outcome, wallMs }, 'attempt ended')
    return outcome
  }

  async #attempt(jobId: string) {
    const workerStops = this.#stops.signal
    if (workerStops.aborted) return 'worker_stops'
    return this.processJob.handle({ jobId, workerId: this.id, workerStops })
  }

  async #beat() {
    await beatWorker(this.id).catch((error) => logger.warn({ err: error }, 'no heartbeat'))
  }
}
