import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { ImportLost } from '#jobs/imports/errors'
import { ImportWatch } from '#jobs/imports/import_watch'
import { noteImport, type ClaimedImport } from '#jobs/imports/import_lease'
import { takeOver } from '#jobs/imports/part_file'
import TakeImport from '#jobs/imports/take_import'
import { fittingPreset } from '#jobs/life/fitting_preset'
import { startOrJoin } from '#jobs/life/start_or_join'
import StartJob from '#jobs/life/start_job'
import Video from '#videos/video'
import { StorageUnreachable } from '#storage/errors'
import { MediaStore } from '#storage/media_store'
import type Import from '#jobs/imports/import'

/** Tried so often by itself, further apart each time. */
const MAX_FAILURES = 5
const FIRST_PAUSE_S = 5

const NOTHING_FITS =
  'It is kept. What was chosen can make nothing of it: open the video and choose something else.'

/** Fetches the file of an import and makes a video of it, under the lease of a claim. */
@inject()
export default class PerformImport {
  constructor(
    private store: MediaStore,
    private takeImport: TakeImport,
    private startJob: StartJob
  ) {}

  /** Whatever becomes of it stands in its row. @param stops hands it back; what has arrived is kept */
  async handle({ row, isTakenOver }: ClaimedImport, stops: AbortSignal): Promise<void> {
    const watch = new ImportWatch(row, stops)
    try {
      if (row.failureCount > MAX_FAILURES) throw new ImportLost(row.name, row.failureCount)
      await this.#perform(row, isTakenOver, watch)
    } catch (error) {
      if (watch.isLost) await this.#forgetPart(row)
      else if (stops.aborted) await handBack(row)
      else await this.#end(row, error)
    } finally {
      watch.close()
    }
  }

  async #perform(row: Import, isTakenOver: boolean, watch: ImportWatch): Promise<void> {
    const path = await this.#partOf(row, isTakenOver)
    row.partPath = path
    const video = row.videoId ? await Video.find(row.videoId) : null
    const taken = video ?? (await this.takeImport.handle(row, path, watch))
    const note = await this.#start(row, taken)
    await noteImport(row, {
      ...{ status: 'completed', note, error_code: null, error_message: null },
      ...{ lease_expires_at: null, bytes_per_s: null, part_path: null, validator: null },
      finished_at: db.knexRawQuery('now()'),
    })
  }

  /** Where the file arrives: where it did before, unless another process may still write there. */
  async #partOf({ partPath }: Import, isTakenOver: boolean): Promise<string> {
    const path = await this.store.newIncomingPath()
    const isHere = partPath !== null && dirname(partPath) === dirname(path)
    if (isHere && !isTakenOver) return partPath
    if (partPath) await takeOver(partPath, path)
    return path
  }

  /** A file that was taken stays, also where no preset has anything for it. @returns that in words, else null */
  async #start({ preset: names, priority, requestedBy }: Import, video: Video) {
    if (!names) return null
    try {
      const preset = await fittingPreset(names.split('|'), video)
      if (!preset) return NOTHING_FITS
      await startOrJoin(this.startJob, { video, preset, priority, by: requestedBy })
      return null
    } catch (error) {
      if (!isRefusal(error)) throw error
      return `It is kept, but no job was started. ${error.message}`
    }
  }

  async #end(row: Import, error: unknown): Promise<void> {
    const { message, code } = error as Error & { code?: string }
    const told = { error_code: code ?? 'E_INTERNAL', error_message: wordsOf(error) }
    const failures = row.failureCount + 1
    if (mayRetryHelp(error) && failures < MAX_FAILURES) return putOff(row, failures, told)
    logger.info({ importId: row.id, code, message }, 'an import failed')
    await noteImport(row, {
      ...{
        ...told,
        status: 'failed',
        failure_count: failures,
        finished_at: db.knexRawQuery('now()'),
      },
      ...{ lease_expires_at: null, bytes_per_s: null, part_path: null, validator: null },
    })
    await this.#forgetPart(row)
  }

  async #forgetPart({ partPath }: Import) {
    if (partPath) await rm(partPath, { force: true })
  }
}

/** Another process goes on with what has arrived. */
async function handBack(row: Import) {
  await noteImport(row, {
    ...{ status: 'waiting', lease_expires_at: null, bytes_per_s: null, part_path: row.partPath },
    due_at: db.knexRawQuery('now()'),
  })
}

async function putOff(row: Import, failures: number, told: object) {
  const pauseS = FIRST_PAUSE_S * 3 ** (failures - 1)
  await noteImport(row, {
    ...{ ...told, status: 'waiting', failure_count: failures, part_path: row.partPath },
    ...{ lease_expires_at: null, bytes_per_s: null },
    due_at: db.knexRawQuery(`now() + interval '${pauseS} seconds'`),
  })
}

function isRefusal(error: unknown): error is Error {
  const { status = 500 } = error as { status?: number }
  return status >= 400 && status < 500
}

const MAY_PASS = ['E_UPLOAD_INCOMPLETE', 'E_FILE_STILL_GROWS']

/** What is refused in words is refused again, unless the error knows better; what is our fault may pass. */
function mayRetryHelp(error: unknown): boolean {
  if (error instanceof ImportLost) return false
  const { canRetryHelp, code = '' } = error as { canRetryHelp?: boolean; code?: string }
  return canRetryHelp ?? (!isRefusal(error) || MAY_PASS.includes(code))
}

/** Of errors that nobody worded, no more than that. */
function wordsOf(error: unknown): string {
  const { status, message, code } = error as { status?: number; message: string; code?: string }
  if (error instanceof StorageUnreachable) return `${message}: ${error.remedy}`
  if (code === 'ENOSPC') return 'The disk is full: make room, then retry'
  return status === undefined
    ? `Something went wrong here (${code ?? 'see the log'}): try again`
    : message
}
