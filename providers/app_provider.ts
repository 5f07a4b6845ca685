import { readFileSync } from 'node:fs'
import type { ApplicationService } from '@adonisjs/core/types'
import { DiskRoom } from '#jobs/limits/disk_room'
import { JobQueue } from '#jobs/job_queue'
import { Scratch } from '#jobs/repair/scratch'
import { FiringsByHand } from '#scheduling/firings_by_hand'
import { IntakeLimits } from '#videos/intake_limits'
import { ImportRoots } from '#videos/watched/import_roots'
import { AllowedAddresses } from '#outbound/allowed_addresses'
import { Outbound } from '#outbound/outbound'
import { MediaStore } from '#storage/media_store'
import { openStores } from '#storage/open_stores'
import { StoreCheck } from '#storage/store_check'
import { PipelineSettings } from '#pipeline/pipeline_settings'

/** Says which implementation stands behind each port. Nothing is opened here. */
export default class AppProvider {
  #queue?: JobQueue
  readonly #firings = new FiringsByHand()

  constructor(protected app: ApplicationService) {}

  /** The framework leaves it to the program to say which it is. */
  #nameVersion() {
    const { version } = JSON.parse(readFileSync(this.app.makePath('package.json'), 'utf8'))
    this.app.info.set('version', version)
  }

  register() {
    this.#nameVersion()
    const settings = () => import('#config/mediakeep')
    const { container } = this.app

    container.singleton(MediaStore, async () => {
      const { formerStoreKind, storeKind, storeSettings } = await settings()
      return openStores(storeKind, formerStoreKind, storeSettings)
    })
    container.singleton(StoreCheck, async () => {
      const { storeKind, storeSettings } = await settings()
      return new StoreCheck(storeKind, storeSettings)
    })
    container.singleton(IntakeLimits, async () => {
      const { intakeLimits, binaries } = await settings()
      return new IntakeLimits(intakeLimits.maxSizeBytes, intakeLimits.probe, binaries)
    })
    container.singleton(ImportRoots, async () => new ImportRoots((await settings()).importPaths))
    container.singleton(Outbound, async () => {
      const allowed = new AllowedAddresses((await settings()).allowedPrivateAddresses)
      return new Outbound(allowed, `Mediakeep/${this.app.version ?? '0'}`)
    })
    container.singleton(PipelineSettings, async () => {
      const { binaries, jobLimits } = await settings()
      return new PipelineSettings(binaries, jobLimits)
    })
    container.singleton(DiskRoom, async () => {
      const { lowDiskBytes, scratchPath, storagePath, storeKind } = await settings()
      const place = storeKind === 'disk' ? 'Store' : 'Incoming'
      return new DiskRoom({ Scratch: scratchPath, [place]: storagePath }, lowDiskBytes)
    })
    container.singleton(FiringsByHand, () => this.#firings)
    container.singleton(Scratch, async () => new Scratch((await settings()).scratchPath))
    container.singleton(JobQueue, async () => {
      const { BullmqJobQueue } = await import('#queue/bullmq_job_queue')
      this.#queue = new BullmqJobQueue((await settings()).redisUrl)
      return this.#queue
    })
  }

  /** The database is closed after this. */
  async shutdown() {
    await this.#firings.stop()
    await this.#queue?.close()
  }
}
