import { join } from 'node:path'
import type { ApplicationService } from '@adonisjs/core/types'

/** Gives the web process what takes uploads in pieces. */
export default class UploadProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    const { ResumableUploads } = await import('#http/uploads/resumable_uploads')
    const { container } = this.app
    container.singleton(ResumableUploads, async () => {
      const { default: IngestVideo } = await import('#videos/ingest_video')
      const { default: StartJob } = await import('#jobs/life/start_job')
      const { IntakeLimits } = await import('#videos/intake_limits')
      const { storagePath } = await import('#config/mediakeep')
      return new ResumableUploads(
        join(storagePath, 'resumable'),
        await container.make(IngestVideo),
        await container.make(StartJob),
        await container.make(IntakeLimits)
      )
    })
  }
}
