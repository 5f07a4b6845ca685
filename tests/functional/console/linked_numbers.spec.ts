import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import RunScheduleNow from '#scheduling/run_schedule_now'
import StartBatch from '#jobs/batches/start_batch'
import { mediakeep } from '#accounts/actor'
import { dismissJobs } from '#jobs/life/dismiss_jobs'
import { claimJob } from '#jobs/life/claim_job'
import { registerWorker } from '#jobs/worker_registry'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { failedJob } from '#tests/helpers/failed_jobs'
import { makeSchedule } from '#tests/helpers/make_schedule'
import { makeVideo } from '#tests/helpers/make_video'
import { personOf } from '#tests/helpers/people'
import { startJob } from '#tests/helpers/work'

const by = mediakeep('system')
const LINK = /<a [^>]*href="(\/(?:jobs|videos|failures)(?:\?[^"]*)?)"[^>]*>(.*?)<\/a>/gs
/** `Waiting 3`, `All 3`, `3 failed`, `Runs 1 of 2`. */
const NUMBER =
  /^(?:[A-Za-z][a-z ]* )?(\d+)(?: of \d+)?(?: (?:completed|failed|original|originals))?$/
const BAR = /^[\d-]{10}: (\d+) completed, (\d+) failed, (\d+) cancelled/
const ROW = /<tr id="(?:job|letter)-|<li id="video-/g

test.group('Numbers of the console', (group) => {
  group.each.setup(() => cleanDatabase())

  test('show behind their link exactly what they count', async ({ client, assert }) => {
    const batch = await world()
    const viewer = await personOf('viewer')
    const firing = await reportFiring()
    const pages = ['/', '/lanes', '/jobs', '/videos', `/batches/${batch}`, '/storage']
    const seen = new Set<string>()

    for (const page of [...pages, firing]) {
      const answer = await client.get(page).loginAs(viewer)
      for (const [, href, inner] of answer.text().matchAll(LINK)) {
        const counted = numberIn(inner)
        if (counted === null || seen.has(`${href} ${counted}`)) continue
        seen.add(`${href} ${counted}`)
        const behind = await client.get(href.replaceAll('&amp;', '&')).loginAs(viewer)
        behind.assertStatus(200)
        const rows = behind.text().match(ROW) ?? []
        assert.lengthOf(rows, counted, `${page}: ${href}`)
      }
    }
    assert.isAbove(seen.size, 30)
  })
})

function numberIn(inner: string): number | null {
  const words = inner
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const bar = BAR.exec(words)
  if (bar) return bar.slice(1).reduce((sum, n) => sum + Number(n), 0)
  const number = NUMBER.exec(words)
  return number && Number(number[1])
}

/** Something of each kind; what must not be counted, too. */
async function world(): Promise<number> {
  for (const title of ['One', 'Two', 'Three']) await makeVideo({ title })
  const start = await app.container.make(StartBatch)
  const { batch } = await start.handle({ preset: 'low', maxVideos: 3, canarySize: 1, by })
  const dismissed = await failedJob({ cause: 'TIME_LIMIT' })
  await dismissJobs({ jobIds: [dismissed.id], by })
  await failedJob({ cause: 'TIME_LIMIT' })
  const old = await failedJob({ title: 'Long ago' })
  await db
    .from('jobs')
    .where('id', old.id)
    .update({
      ...{ finished_at: db.raw(`now() - interval '3 days'`) },
      ...{ created_at: db.raw(`now() - interval '4 days'`) },
    })
  await ended('completed')
  await ended('completed')
  await ended('cancelled')
  const put = await makeVideo({ status: 'completed' })
  await put.merge({ archivedBy: 'A', archivedAt: DateTime.now() }).save()
  await workers()
  return batch.id
}

async function ended(status: 'completed' | 'cancelled') {
  const job = await startJob(await makeVideo({ status }))
  const times = { started_at: db.raw('now()'), finished_at: db.raw('now()') }
  await db
    .from('jobs')
    .where('id', job.id)
    .update({ status, ...times })
}

/** Two, of which one runs a film that the other had before. */
async function workers() {
  for (const name of ['one', 'two']) await registerWorker(name, { encode: 2, quick: 1 })
  const film = await startJob(await makeVideo({ title: 'Film', status: 'processing' }))
  await claimJob(film.id, 'one')
  await db.table('attempts').insert({
    ...{ job_id: film.id, number: 7, lease_token: 0, worker_id: 'two', status: 'lost' },
    finished_at: db.raw('now()'),
  })
}

async function reportFiring(): Promise<string> {
  const schedule = await makeSchedule({ action: 'report', parameters: { hours: 24 } })
  const fire = await app.container.make(RunScheduleNow)
  const { id } = await fire.handle({ schedule, by, now: new Date() })
  return `/schedules/${schedule.id}/firings/${id}`
}
