import { hostname } from 'node:os'
import { inject } from '@adonisjs/core'
import logger from '@adonisjs/core/services/logger'
import { v7 as uuidv7 } from 'uuid'
import ProcessJob from '#pipeline/process_job'
import Reconcile from '#jobs/repair/reconcile'
import { JobQueue } from '#jobs/job_queue'
import { keepReconciling } from '#jobs/repair/keep_reconciling'
import AfterAttempt from '#jobs/life/after_attempt'
import { beatWorker, registerWorker, unregisterWorker } from '#jobs/worker_registry'
import { LaneRunner } from '#queue/lane_runner'
import type { JobLease } from '#jobs/life/job_lease'
import type { Lane } from '#jobs/lanes/lane'

const HEARTBEAT_MS = 5_000

export interface WorkerOptions {
  /** Jobs at the same time in each lane. */
  slots: Record<Lane, number>
  /** How long running jobs may go on after `stop`, before they are handed back. */
  graceMs: number
}

/** A process that runs jobs: waits for reminders, keeps its heartbeat, repairs what others left. */
@inject()
export default class JobWorker {
  readonly id = `${hostname()}-${process.pid}-${uuidv7().slice(-6)}`
  readonly #stops = new AbortController()
  readonly #handsBack = new AbortController()

  constructor(
    private processJob: ProcessJob,
    private reconcile: Reconcile,
    private queue: JobQueue,
    private afterAttempt: AfterAttempt
  ) {}

  /** Runs until `stop`. */
  async run({ slots, graceMs }: WorkerOptions): Promise<void> {
    await registerWorker(this.id, slots.encode)
    const lanes = Object.entries(slots).map(([lane, count]) => this.#listen(lane as Lane, count))
    const heartbeat = setInterval(() => void this.#beat(), HEARTBEAT_MS)
    logger.info({ workerId: this.id, slots }, 'worker started')

    await keepReconciling(this.reconcile, this.#stops.signal)
    const grace = setTimeout(() => this.stopNow(), graceMs)
    await Promise.all(lanes.map((lane) => lane.close()))
    clearTimeout(grace)
    clearInterval(heartbeat)
    await unregisterWorker(this.id).catch(() => undefined)
    logger.info({ workerId: this.id }, 'worker stopped')
  }

  /** Takes no more work; `run` returns when what runs has ended, or was handed back when the grace is over. */
  stop() {
    this.#stops.abort()
  }

  /** Hands back what runs, at once; no failure is counted. */
  stopNow() {
    this.#stops.abort()
    this.#handsBack.abort()
  }

  get isStopping(): boolean {
    return this.#stops.signal.aborted
  }

  #listen(lane: Lane, slots: number): LaneRunner {
    return new LaneRunner(this.queue, {
      lane,
      slots,
      workerId: this.id,
      stops: this.#stops.signal,
      work: (lease) => this.#work(lease),
    })
  }

  async #work(lease: JobLease): Promise<void> {
    const startedAt = performance.now()
    const outcome = await this.processJob.handle(lease, this.#handsBack.signal)
    const { jobId } = lease
    await this.afterAttempt.handle(jobId, outcome)
    const wallMs = Math.round(performance.now() - startedAt)
    logger.info({ jobId, workerId: this.id, outcome, wallMs }, 'attempt ended')
  }

  async #beat() {
    await beatWorker(this.id).catch((error) => logger.warn({ err: error }, 'no heartbeat'))
  }
}
