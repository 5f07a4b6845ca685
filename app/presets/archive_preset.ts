import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { recordAudit } from '#accounts/audit'
import { lockPreset, newestOf } from '#presets/edit_preset'
import type PresetVersion from '#presets/preset_version'
import type { Actor } from '#accounts/actor'

export interface PresetRemoval {
  name: string
  /** Called with its newest version as nobody else can change it any more; what it throws stops the removal. */
  check?: (newest: PresetVersion) => void
  by: Actor
}

/** Takes a preset off the offer. Its versions stay: jobs asked for with them run, and tell what they were. */
export default class ArchivePreset {
  /** @throws PresetMissing */
  async handle({ name, check, by }: PresetRemoval): Promise<void> {
    await db.transaction(async (trx) => {
      const preset = await lockPreset(name, trx)
      if (check) check(await newestOf(preset, trx))
      await preset.merge({ archivedAt: DateTime.now() }).save()
      await recordAudit(
        { by, action: 'preset.archived', subject: { type: 'preset', id: name } },
        trx
      )
    })
  }
}
