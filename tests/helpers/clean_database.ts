import db from '@adonisjs/lucid/services/db'
import SeedPresets from '#presets/seed_presets'

/** Empties every table but those of the presets, which are seeded where they are missing. Ids go on counting. */
export async function cleanDatabase() {
  await db.rawQuery(
    `truncate watermarks, videos, jobs, attempts, renditions, batches, workers, schedules, firings, audit,
       auth_access_tokens, rate_limits cascade`
  )
  await db.rawQuery('delete from users')
  await new SeedPresets().handle()
}
