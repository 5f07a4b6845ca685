import app from '@adonisjs/core/services/app'
import logger from '@adonisjs/core/services/logger'
import { mediakeep } from '#accounts/actor'
import LeftoverUploads from '#jobs/repair/kinds/leftover_uploads'
import { performRepair } from '#jobs/repair/perform_repair'

/** Removes what broke off in the folder of this machine, where perhaps no worker looks. Never fails. */
export async function sweepLeftovers(): Promise<void> {
  try {
    const repair = await app.container.make(LeftoverUploads)
    const by = mediakeep('system')
    for (const finding of await repair.find()) await performRepair(repair, finding, by)
  } catch (error) {
    logger.warn({ err: error }, 'uploads that broke off are looked for again later')
  }
}
