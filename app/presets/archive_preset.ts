import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { recordAudit } from '#accounts/audit'
import { lockPreset } from '#presets/edit_preset'
import type { Actor } from '#accounts/actor'

/** Takes a preset off the offer. Its versions stay: jobs asked for with them run, and tell what they were. */
export default class ArchivePreset {
  /** @throws PresetMissing */
  async handle({ name, by }: { name: string; by: Actor }): Promise<void> {
    await db.transaction(async (trx) => {
      const preset = await lockPreset(name, trx)
      await preset.merge({ archivedAt: DateTime.now() }).save()
      await recordAudit(
        { by, action: 'preset.archived', subject: { type: 'preset', id: name } },
        trx
      )
    })
  }
}
