import type { HttpContext } from '@adonisjs/core/http'
import {
  formerStoreKind,
  lowDiskBytes,
  scratchPath,
  storagePath,
  storeKind,
  storeSettings,
} from '#config/mediakeep'
import { lastMove } from '#app/library/move/last_move'
import { storageReport } from '#jobs/reports/storage_report'
import { liveWorkers } from '#jobs/worker_registry'
import { placeOf } from '#storage/s3/s3_faults'

/** What the disks hold, and where the library is on its way to. */
export default class StorageController {
  async show({ view }: HttpContext) {
    const [report, workers, last] = await Promise.all([
      storageReport({ storagePath, scratchPath, lowDiskBytes, isStoreRemote: storeKind === 's3' }),
      liveWorkers(),
      formerStoreKind && lastMove(),
    ])
    const idle = workers.filter(({ idleReason }) => idleReason !== null)
    const way = formerStoreKind && { to: storeKind, last }
    const bucket = storeKind === 's3' ? placeOf(storeSettings.s3!) : null
    return view.render('pages/admin/storage/show', { report, idle, way, bucket })
  }
}
