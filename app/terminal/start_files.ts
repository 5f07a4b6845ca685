import { inject } from '@adonisjs/core'
import { Exception } from '@adonisjs/core/exceptions'
import IngestVideo from '#videos/ingest_video'
import StartJob from '#jobs/life/start_job'
import { checkWork, type AskedWork } from '#jobs/life/asked_work'
import { explainFailure } from '#app/terminal/explain_failure'
import { openNamedFile } from '#app/terminal/named_file'
import { operatorAtTerminal } from '#accounts/actor'
import type Job from '#jobs/job'

export interface RefusedFile {
  path: string
  code: string
  message: string
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
    const file = await openNamedFile(path)
    const by = operatorAtTerminal()
    const { video } = await this.ingestVideo.handle({ ...file, title: null, by })
    return this.startJob.handle({ ...work, video, by })
  }
}

/** What concerns this file only; what would stop every other too is thrown on. */
function refusal(error: unknown): { code: string; message: string } {
  if (!(error instanceof Exception) || error.status >= 500) throw error
  const { code, message } = explainFailure(error)
  return { code, message }
}
