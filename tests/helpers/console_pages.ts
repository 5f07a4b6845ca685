import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import InviteUser from '#accounts/invite_user'
import RunScheduleNow from '#scheduling/run_schedule_now'
import StartBatch from '#jobs/batches/start_batch'
import StartImport from '#jobs/imports/start_import'
import StartSweep from '#jobs/sweeps/start_sweep'
import { createApiToken } from '#accounts/api_tokens'
import TestWebhook from '#webhooks/test_webhook'
import { mediakeep } from '#accounts/actor'
import { consoleRoutes } from '#tests/helpers/console_routes'
import { receiveWebhooks } from '#tests/helpers/webhook_receiver'
import { addWebhook, BY, deliver, send } from '#tests/helpers/webhooks'
import { until } from '#tests/helpers/until'
import { failedJob } from '#tests/helpers/failed_jobs'
import { makeSchedule } from '#tests/helpers/make_schedule'
import { publishedVideo } from '#tests/helpers/published_video'
import { startJob } from '#tests/helpers/work'
import type { Role } from '#accounts/role'
import type User from '#accounts/user'

/** What GET answers with that is no page of ours. */
const NO_PAGES = [
  /^\/queues/,
  /^\/__transmit/,
  /\/(poster|original|picture)$/,
  /\/renditions\//,
  /^\/jobs\/:id\/log$/,
  /^\/login$/,
  /^\/media\//,
]

export interface ConsolePage {
  path: string
  /** Null: whoever is not signed in may see it. */
  atLeast: Role | null
}

/**
 * Every page of the console, with something to see on each.
 *
 * @throws where the router has a page that this file makes nothing for: add it below
 */
export async function everyConsolePage(admin: User): Promise<ConsolePage[]> {
  const filled = await world(admin)
  return consoleRoutes()
    .filter(({ method, pattern }) => method === 'GET' && !NO_PAGES.some((no) => no.test(pattern)))
    .map(({ pattern, atLeast }) => {
      const path = pattern.includes(':') ? filled[pattern] : (filled[pattern] ?? pattern)
      if (!path) throw new Error(`Say in console_pages.ts what ${pattern} shows`)
      return { path, atLeast }
    })
}

async function world(admin: User): Promise<Record<string, string | undefined>> {
  const by = mediakeep('system')
  const hook = await addedWebhook()
  const { video } = await publishedVideo(1_000, 'A harbour at dawn')
  const job = await startJob(video)
  await failedJob({ title: 'A knee' })
  const schedule = await makeSchedule()
  const fire = await app.container.make(RunScheduleNow)
  const firing = await fire.handle({ schedule, by, now: new Date() })
  const batches = await app.container.make(StartBatch)
  const { batch } = await batches.handle({ preset: 'low', maxVideos: null, by })
  const sweeps = await app.container.make(StartSweep)
  const sweep = await sweeps.handle({ filter: {}, action: 'tag', tag: 'seen', by })
  const { link } = await new InviteUser().handle(GRACE)
  const imports = await app.container.make(StartImport)
  await imports.handle({ url: 'https://example.com/film.mp4', by })
  await createApiToken({ user: admin, name: 'import', expiresInS: null, by })
  const deliveryId = await hook.isTold()
  return {
    '/videos/:id': `/videos/${video.id}`,
    '/jobs/:id': `/jobs/${job.id}`,
    '/batches/:id': `/batches/${batch.id}`,
    '/presets/:name': '/presets/web',
    '/presets/:name/edit': '/presets/web/edit',
    '/schedules/:id': `/schedules/${schedule.id}`,
    '/schedules/:id/firings/:firing': `/schedules/${schedule.id}/firings/${firing.id}`,
    '/webhooks/:id': `/webhooks/${hook.webhookId}`,
    '/webhooks/:id/deliveries/:delivery': `/webhooks/${hook.webhookId}/deliveries/${deliveryId}`,
    '/sweeps/new': '/sweeps/new?scope=all&action=tag',
    '/sweeps/:id': `/sweeps/${sweep.id}`,
    '/docs/api/:chapter': '/docs/api/jobs',
    '/password/:secret': `/password/${link.secret}`,
  }
}

const GRACE = {
  fullName: 'Grace Hopper',
  email: 'grace@example.org',
  role: 'operator',
  by: mediakeep('system'),
} as const

/** A webhook that will be told of what happens from now on: of a video, of a batch, and a test. */
async function addedWebhook() {
  const receiver = await receiveWebhooks()
  const { webhook } = await addWebhook(receiver.url)
  return {
    webhookId: webhook.id,
    async isTold(): Promise<number> {
      const stop = deliver()
      await until(() => isToldOfBoth(webhook.id), 20_000).finally(stop)
      const { deliveryId } = await new TestWebhook(send).handle(webhook, BY)
      await receiver.close()
      return deliveryId
    },
  }
}

/** Of a video, and of a batch as a whole. */
async function isToldOfBoth(webhookId: number): Promise<boolean> {
  const subjects = await db
    .from('webhook_deliveries')
    .join('events', 'events.id', 'event_id')
    .where({ webhook_id: webhookId, status: 'delivered' })
    .select('video_id', 'batch_id')
  return (
    subjects.some((one) => one.video_id !== null) &&
    subjects.some((one) => one.video_id === null && one.batch_id !== null)
  )
}
