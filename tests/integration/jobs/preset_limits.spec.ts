import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import CreatePreset from '#presets/create_preset'
import EditPreset from '#presets/edit_preset'
import StartJob from '#jobs/life/start_job'
import { claimJob } from '#jobs/life/claim_job'
import { failAttempt } from '#jobs/life/end_attempt'
import { mediakeep } from '#accounts/actor'
import { validateRecipe } from '#presets/validate_recipe'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import type { PresetLimits } from '#presets/preset_limits'

const by = mediakeep('system')
const OUTAGE = { cause: 'STORAGE_UNREACHABLE', message: 'gone', evidence: 'EIO' }
const NAMED = { name: 'lecture', title: 'Lectures', description: '' }

async function presetWith(limits: PresetLimits) {
  const recipe = await validateRecipe({ renditions: [{ name: 'small', video: {}, audio: {} }] })
  return new CreatePreset().handle({ ...NAMED, recipe, limits, by })
}

/** How often a job fails before it waits for no other try. */
async function failuresOf(preset: string, maxFailures?: number): Promise<number> {
  const start = await app.container.make(StartJob)
  const job = await start.handle({ video: await makeVideo(), preset, by })
  for (let failures = 1; ; failures++) {
    await db
      .from('jobs')
      .where('id', job.id)
      .update({ due_at: db.raw('now()') })
    const lease = await claimJob(job.id, 'w')
    if ((await failAttempt(lease!, OUTAGE, maxFailures)) === 'failed') return failures
  }
}

test.group('the limits of a preset', (group) => {
  group.each.setup(() => cleanDatabase())

  test('how often a job may fail: as its preset says, else as the settings do', async ({
    assert,
  }) => {
    await presetWith({ maxFailures: 2 })

    assert.equal(await failuresOf('lecture', 4), 2)
    assert.equal(await failuresOf('medium', 4), 4)
    assert.equal(await failuresOf('medium'), 3)
  })

  test('other limits are a new version, and jobs keep theirs', async ({ assert }) => {
    const first = await presetWith({ maxFailures: 2 })
    const start = await app.container.make(StartJob)
    const job = await start.handle({ video: await makeVideo(), preset: 'lecture', by })

    const edit = (limits: PresetLimits) => new EditPreset().handle({ name: 'lecture', limits, by })
    const same = await edit({ maxFailures: 2 })
    const second = await edit({ hardTimeS: 60 })

    assert.deepEqual([first.version, same.version, second.version], [1, 1, 2])
    assert.deepEqual(second.limits, { hardTimeS: 60 })
    assert.deepEqual(second.recipe, first.recipe)
    await job.load('presetVersion')
    assert.deepEqual(job.presetVersion.limits, { maxFailures: 2 })
  })
})
