import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import StartJob from '#jobs/life/start_job'
import { JobAlreadyActive } from '#jobs/errors'
import IngestVideo from '#videos/ingest_video'
import Video from '#videos/video'
import { openUnchanged } from '#videos/watched/open_unchanged'
import { noteImported, type SeenFile } from '#videos/watched/seen_files'
import type { Actor } from '#accounts/actor'
import type { FolderFile } from '#videos/watched/folder_files'

export interface FileImport {
  path: string
  file: FolderFile
  seen: SeenFile
  preset: string | null
  by: Actor
}

class ImportedAlready extends Error {}

/** Takes a file in once: that it was taken stands in the same transaction as its video. */
@inject()
export default class ImportFile {
  constructor(
    private ingest: IngestVideo,
    private startJob: StartJob
  ) {}

  /**
   * @returns the video, or null where it was deleted again
   * @throws FileStillGrows, VideoRefused, VideoTooLarge, PresetNotFound
   */
  async handle(request: FileImport): Promise<number | null> {
    const { seen, preset, by } = request
    const video = await this.#videoOf(request)
    if (video && preset && !(await hasJob(video.id))) {
      await this.startJob.handle({ video, preset, by }).catch((error) => {
        if (!(error instanceof JobAlreadyActive)) throw error
      })
    }
    return video?.id ?? seen.videoId
  }

  async #videoOf(request: FileImport): Promise<Video | null> {
    const { videoId, status } = request.seen
    if (status === 'imported') return videoId === null ? null : Video.find(videoId)
    try {
      return await this.#take(request)
    } catch (error) {
      if (error instanceof ImportedAlready) return null
      throw error
    }
  }

  async #take({ path, file, seen, by }: FileImport): Promise<Video> {
    const { handle, mustBeUnchanged } = await openUnchanged(path, file)
    try {
      const taken = await this.ingest.handle({
        content: handle.createReadStream({ autoClose: false }),
        originalName: file.name,
        title: null,
        by,
        alongside: async (video, trx) => {
          await mustBeUnchanged()
          if (!(await noteImported(trx, seen.id, video.id))) throw new ImportedAlready()
        },
      })
      return taken.video
    } finally {
      await handle.close()
    }
  }
}

async function hasJob(videoId: number): Promise<boolean> {
  return Boolean(await db.from('jobs').where('video_id', videoId).first())
}
