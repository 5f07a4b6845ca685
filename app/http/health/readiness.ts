import { access, constants } from 'node:fs/promises'
import { inject } from '@adonisjs/core'
import { HealthChecks, Result } from '@adonisjs/core/health'
import db from '@adonisjs/lucid/services/db'
import { scratchPath, storagePath } from '#config/mediakeep'
import { findMigrations } from '#app/doctor/pending_migrations'
import { NamedCheck, type CheckRules } from '#http/health/named_check'
import { JobQueue } from '#jobs/job_queue'
import { DiskRoom } from '#jobs/limits/disk_room'
import { liveWorkers } from '#jobs/worker_registry'
import { schedulerStatus, type SchedulerStatus } from '#scheduling/scheduler_registry'
import { MediaStore } from '#storage/media_store'

/** No file has it: a store that answers says so. */
const NO_KEY = 'originals/health/none'

/** What a web process needs to serve, and what else must be there so that work goes on. */
@inject()
export class Readiness {
  readonly checks: HealthChecks
  /** As the last look found them; null where the database did not answer. */
  schedulers: SchedulerStatus | null = null

  constructor(
    private queue: JobQueue,
    private store: MediaStore,
    private room: DiskRoom
  ) {
    const checks = [...this.#needed(), ...this.#wanted()]
    this.checks = new HealthChecks().register(checks.map((rules) => new NamedCheck(rules)))
  }

  #needed(): CheckRules[] {
    return [
      needed('database', 'Postgres does not answer', async () => {
        await db.rawQuery('select 1')
        return Result.ok('Postgres answers')
      }),
      needed('migrations', 'It cannot be told which migrations have run', migrations),
      needed('store', 'The store does not answer', () => this.#store()),
    ]
  }

  #wanted(): CheckRules[] {
    return [
      wanted('redis', 'Redis does not answer: jobs begin some seconds later', async () => {
        await this.queue.counts()
        return Result.ok('Redis answers')
      }),
      wanted('scratch', 'Scratch cannot be written', () => this.#scratch()),
      wanted('workers', 'It cannot be told which workers live', workers),
      wanted('schedulers', 'It cannot be told which schedulers live', () => this.#schedulers()),
    ]
  }

  async #store(): Promise<Result> {
    if (!this.store.isRemote) await mayWrite(storagePath)
    await this.store.sizeOf(NO_KEY)
    return Result.ok('The store answers')
  }

  async #scratch(): Promise<Result> {
    await mayWrite(scratchPath)
    const isShort = (await this.room.shortage()) !== null
    return isShort
      ? Result.warning('There is less room than LOW_DISK asks for')
      : Result.ok('There is room')
  }

  async #schedulers(): Promise<Result> {
    this.schedulers = null
    const seen = await schedulerStatus()
    this.schedulers = seen
    return seen.isMissing
      ? Result.warning('Schedules are on, and no scheduler is alive to fire them')
      : Result.ok(`Schedulers alive: ${seen.alive.length}`)
  }
}

function needed(name: string, away: string, look: CheckRules['look']): CheckRules {
  return { name, isNeeded: true, away, look }
}

function wanted(name: string, away: string, look: CheckRules['look']): CheckRules {
  return { name, isNeeded: false, away, look }
}

async function migrations(): Promise<Result> {
  const { pending } = await findMigrations()
  if (pending.length === 0) return Result.ok('All have run')
  return Result.failed(`${pending.length} wait: run ./ace migration:run --force`)
}

async function workers(): Promise<Result> {
  const { length } = await liveWorkers()
  if (length === 0) return Result.warning('No worker is alive: jobs wait')
  return Result.ok(`Workers alive: ${length}`)
}

/** A folder that is not there yet is made with the first file. */
async function mayWrite(folder: string) {
  await access(folder, constants.R_OK | constants.W_OK).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
}
