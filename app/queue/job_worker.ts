import { hostname } from 'node:os'
import { inject } from '@adonisjs/core'
import logger from '@adonisjs/core/services/logger'
import { v7 as uuidv7 } from 'uuid'
import ProcessJob from '#pipeline/process_job'
import { withinAttempt } from '#pipeline/within_attempt'
import Reconcile from '#jobs/repair/reconcile'
import { JobQueue } from '#jobs/job_queue'
import { touchHeartbeatFile } from '#jobs/heartbeat_file'
import { keepReconciling } from '#jobs/repair/keep_reconciling'
import { PLAIN, type Abilities } from '#jobs/lanes/abilities'
import { LANES, type Lane } from '#jobs/lanes/lane'
import AfterAttempt from '#jobs/life/after_attempt'
import { beatWorker, registerWorker, tellIdle, unregisterWorker } from '#jobs/worker_registry'

import { IdleReason } from '#queue/idle_reason'
import { LaneRunner } from '#queue/lane_runner'
import { settledMemoryBytes } from '#queue/settled_memory'
import type { DiskRoom } from '#jobs/limits/disk_room'
import type { JobLease } from '#jobs/life/job_lease'

const HEARTBEAT_MS = 5_000

/** What a worker's row says of it while it ends. */
const STOPPING = 'it was told to stop: it finishes what runs and takes no more'
const TOO_LARGE = 'it needs too much memory itself: it finishes what runs and is replaced'

export interface WorkerOptions {
  /** Jobs at the same time in each lane; 0: it takes none of it. */
  slots: Record<Lane, number>
  /** It takes jobs whose tags are all among these. Left out: it has none. */
  tags?: readonly string[]
  /** Of the program, as people are told. */
  version?: string
  /** Of jobs that it understands. Left out: as this program does. */
  payloadVersion?: number
  /** How long running jobs may go on after `stop`, before they are handed back. */
  graceMs: number
  /** No work is taken where it is short of room. Left out: there is always room. */
  room?: DiskRoom
  /** A worker that needs more itself, between jobs, finishes what runs and ends. Left out: as much as it likes. */
  ownMemoryBytes?: number
}

/** A process that runs jobs: waits for reminders, keeps its heartbeat, repairs what others left. */
@inject()
export default class JobWorker {
  readonly id = `${hostname()}-${process.pid}-${uuidv7().slice(-6)}`
  readonly #stops = new AbortController()
  readonly #handsBack = new AbortController()
  #idle: IdleReason | null = null
  #options: WorkerOptions | null = null
  #grace: NodeJS.Timeout | null = null
  #isStopping = false
  #isTooLarge = false

  constructor(
    private processJob: ProcessJob,
    private reconcile: Reconcile,
    private queue: JobQueue,
    private afterAttempt: AfterAttempt
  ) {}

  /** Runs until `stop`. */
  async run(options: WorkerOptions): Promise<void> {
    this.#options = options
    const { slots, room } = options
    this.#idle = room ? new IdleReason(this.id, room) : null
    const { version } = options
    await registerWorker(this.id, slots, { ...this.#able, version })
    const lanes = LANES.filter((lane) => slots[lane] > 0).map((lane) => this.#listen(lane))
    void this.#beat()
    const heartbeat = setInterval(() => void this.#beat(), HEARTBEAT_MS)
    logger.info({ workerId: this.id, slots, version, ...this.#able }, 'worker started')

    await keepReconciling(this.reconcile, this.#stops.signal)
    await Promise.all(lanes.map((lane) => lane.close()))
    if (this.#grace) clearTimeout(this.#grace)
    clearInterval(heartbeat)
    await unregisterWorker(this.id).catch(() => undefined)
    logger.info({ workerId: this.id }, 'worker stopped')
  }

  /** Takes no more work; `run` returns when what runs has ended, or was handed back when the grace is over. */
  stop() {
    this.#isStopping = true
    this.#stops.abort()
    this.#tellIdle(STOPPING)
    this.#grace ??= setTimeout(() => this.stopNow(), this.#options?.graceMs ?? 0)
  }

  /** Hands back what runs, at once; no failure is counted. */
  stopNow() {
    this.#isStopping = true
    this.#stops.abort()
    this.#handsBack.abort()
  }

  get isStopping(): boolean {
    return this.#isStopping
  }

  /** Whether it ended because it grew over its ceiling: a new one should take its place. */
  get mustBeReplaced(): boolean {
    return this.#isTooLarge && !this.#isStopping
  }

  get #able(): Abilities {
    const { tags = PLAIN.tags, payloadVersion = PLAIN.payloadVersion } = this.#options ?? {}
    return { tags, payloadVersion }
  }

  #listen(lane: Lane): LaneRunner {
    return new LaneRunner(this.queue, {
      lane,
      slots: this.#options!.slots[lane],
      workerId: this.id,
      able: this.#able,
      stops: this.#stops.signal,
      work: (lease) => this.#work(lease),
      mayTakeWork: async () => !(await this.#idle?.now()),
    })
  }

  async #work(lease: JobLease): Promise<void> {
    await withinAttempt(lease, this.id, async (span) => {
      const startedAt = performance.now()
      const outcome = await this.processJob.handle(lease, this.#handsBack.signal)
      await this.afterAttempt.handle(lease.jobId, outcome)
      const wallMs = Math.round(performance.now() - startedAt)
      logger.info({ outcome, wallMs }, 'attempt ended')
      span?.set({ 'mediakeep.outcome': outcome })
      if (outcome === 'failed' || outcome === 'waits_for_retry') span?.fail(outcome)
    })
    this.#holdToOwnMemory()
  }

  /** What runs elsewhere in this worker may take as long as it takes. */
  #holdToOwnMemory() {
    const allowed = this.#options?.ownMemoryBytes
    if (allowed === undefined || this.#stops.signal.aborted) return
    const needed = settledMemoryBytes(allowed)
    if (needed <= allowed) return
    this.#isTooLarge = true
    this.#stops.abort()
    this.#tellIdle(TOO_LARGE)
    const told = { workerId: this.id, neededBytes: needed, allowedBytes: allowed }
    logger.warn(told, 'the worker needs too much memory itself: it takes no more work and ends')
  }

  #tellIdle(reason: string) {
    void tellIdle(this.id, reason).catch((error) => logger.warn({ err: error }, 'not told'))
  }

  async #beat() {
    const told = beatWorker(this.id).then(touchHeartbeatFile)
    await told.catch((error) => logger.warn({ err: error }, 'no heartbeat'))
  }
}
