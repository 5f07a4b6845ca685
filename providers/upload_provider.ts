import { join } from 'node:path'
import type { ApplicationService } from '@adonisjs/core/types'

const SWEEP_EVERY_MS = 10 * 60_000

/** Gives the web process what takes uploads in pieces, and looks after what broke off. */
export default class UploadProvider {
  #sweeping?: NodeJS.Timeout

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

  /** Beside a bucket the folder for uploads is this machine's own; a folder that all share is looked through by workers. */
  async ready() {
    const { storeKind } = await import('#config/mediakeep')
    if (storeKind === 'disk') return
    const { sweepLeftovers } = await import('#http/uploads/sweep_leftovers')
    this.#sweeping = setInterval(() => void sweepLeftovers(), SWEEP_EVERY_MS).unref()
  }

  async shutdown() {
    clearInterval(this.#sweeping)
  }
}
