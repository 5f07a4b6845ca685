import type { HttpContext } from '@adonisjs/core/http'
import { lowDiskBytes, scratchPath, storagePath, storeKind } from '#config/mediakeep'
import { storageReport } from '#jobs/reports/storage_report'
import { liveWorkers } from '#jobs/worker_registry'

/** What the disks hold. */
export default class StorageController {
  async show({ view }: HttpContext) {
    const [report, workers] = await Promise.all([
      storageReport({ storagePath, scratchPath, lowDiskBytes, isStoreRemote: storeKind === 's3' }),
      liveWorkers(),
    ])
    const idle = workers.filter(({ idleReason }) => idleReason !== null)
    return view.render('pages/admin/storage/show', { report, idle })
  }
}
