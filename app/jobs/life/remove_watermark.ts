import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { recordAudit } from '#accounts/audit'
import { WatermarkInUse } from '#jobs/errors'
import { jobsNeeding } from '#jobs/life/needed_watermarks'
import { MediaStore } from '#storage/media_store'
import Watermark from '#watermarks/watermark'
import type { Actor } from '#accounts/actor'

/**
 * Removes a picture, record and bytes. It is refused while a job that waits or runs needs it, for that job would
 * fail; starting such a job holds the record (see StartJob), so neither can slip past the other. Renditions keep
 * the picture in their pixels. A job that failed before and is retried afterwards fails with WATERMARK_MISSING.
 *
 * @throws WatermarkInUse
 */
@inject()
export default class RemoveWatermark {
  constructor(private store: MediaStore) {}

  async handle({ watermark, by }: { watermark: Watermark; by: Actor }): Promise<void> {
    await db.transaction((trx) => remove(trx, watermark, by))
    await this.store.remove(watermark.key)
  }
}

async function remove(trx: TransactionClientContract, { id, name }: Watermark, by: Actor) {
  await trx.from('watermarks').where({ id }).forUpdate().select('id')
  const count = await jobsNeeding(trx, id)
  if (count > 0) throw new WatermarkInUse(name, count)
  await trx.from('watermarks').where({ id }).delete()
  const subject = { type: 'watermark', id }
  await recordAudit({ by, action: 'watermark.removed', subject, details: { name } }, trx)
}
