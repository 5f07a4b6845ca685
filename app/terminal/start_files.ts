import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { inject } from '@adonisjs/core'
import { Exception } from '@adonisjs/core/exceptions'
import IngestVideo from '#videos/ingest_video'
import StartJob from '#jobs/start_job'
import { checkWork, type AskedWork } from '#jobs/asked_work'
import { explainFailure } from '#app/terminal/explain_failure'
import { operatorAtTerminal } from '#accounts/actor'
import type Job from '#jobs/job'

export interface RefusedFile {
  path: string
  code: string
  message: string
}

class FileUnreadable extends Exception {
  static status = 422
  static code = 'E_FILE_UNREADABLE'
}

/** Takes files in and starts a job for each; a file that is refused does not keep the others. */
@inject()
export default class StartFiles {
  constructor(
    private ingestVideo: IngestVideo,
    private startJob: StartJob
  ) {}

  /** @throws PresetNotFound, OperationNotFound, InvalidOperation and what would stop every file, such as a missing ffmpeg */
  async handle(paths: string[], work: AskedWork) {
    await checkWork(work) // before any file is taken in
    const jobs: Job[] = []
    const refused: RefusedFile[] = []
    for (const path of paths) {
      try {
        jobs.push(await this.#start(path, work))
      } catch (error) {
        refused.push({ path, ...refusal(error) })
      }
    }
    return { jobs, refused }
  }

  async #start(path: string, work: AskedWork): Promise<Job> {
    const fullPath = resolve(callersFolder(), path)
    await requireFile(fullPath, path)
    const content = createReadStream(fullPath)
    const by = operatorAtTerminal()
    const originalName = basename(fullPath)
    const video = await this.ingestVideo.handle({ content, originalName, title: null, by })
    return this.startJob.handle({ ...work, video, by })
  }
}

/** `./ace` may run in another folder than the one it was called from. */
function callersFolder(): string {
  return process.env.MEDIAKEEP_CWD || process.cwd()
}

async function requireFile(fullPath: string, path: string) {
  const found = await stat(fullPath).catch((error: NodeJS.ErrnoException) => error)
  if (found instanceof Error) {
    const isMissing = found.code === 'ENOENT' || found.code === 'ENOTDIR'
    const reason = isMissing ? 'there is no such file' : `it cannot be read (${found.code})`
    throw new FileUnreadable(`"${path}": ${reason}`)
  }
  if (!found.isFile()) throw new FileUnreadable(`"${path}" is no file: name the videos in it`)
}

/** What concerns this file only; what would stop every other too is thrown on. */
function refusal(error: unknown): { code: string; message: string } {
  if (!(error instanceof Exception) || error.status >= 500) throw error
  const { code, message } = explainFailure(error)
  return { code, message }
}
