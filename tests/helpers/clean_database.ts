import db from '@adonisjs/lucid/services/db'
import { DEFAULT_PRESETS } from '#presets/default_presets'
import SeedPresets from '#presets/seed_presets'

const LANE_AT_REST = {
  ...{ concurrency: null, virtual_time: 0, paused_at: null, paused_by: null, pause_reason: null },
  ...{ breaker_cause: null, breaker_opened_at: null, breaker_until: null, breaker_trips: 0 },
}

/** Empties every table; the presets are as a fresh installation has them. Ids go on counting. */
export async function cleanDatabase() {
  await db.rawQuery(
    `truncate watermarks, imports, uploads, videos, jobs, attempts, renditions, batches, workers, schedules, firings, audit, speeds,
       auth_access_tokens, idempotent_requests, rate_limits, repairs, sweeps, schedulers, work_windows, watched_files, event_outbox, events, webhooks cascade`
  )
  await db.rawQuery('delete from users')
  await db.from('webhook_cursor').update({ event_id: 0 })
  await db.from('lanes').update(LANE_AT_REST)
  await forgetPresetChanges()
  await new SeedPresets().handle()
}

/** Cheaper than seeding anew before every test. */
async function forgetPresetChanges() {
  const seeded = DEFAULT_PRESETS.map(({ name }) => name)
  const others = db.from('presets').select('id').whereNotIn('name', seeded)
  await db.from('preset_versions').where('version', '>', 1).orWhereIn('preset_id', others).delete()
  await db.from('presets').whereNotIn('name', seeded).delete()
  await db.from('presets').whereNotNull('archived_at').update({ archived_at: null })
}
