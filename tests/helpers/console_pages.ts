import app from '@adonisjs/core/services/app'
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
import { BY, change, send } from '#tests/helpers/webhooks'
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
  const hook = await sentWebhook()
  const imports = await app.container.make(StartImport)
  await imports.handle({ url: 'https://example.com/film.mp4', by })
  await createApiToken({ user: admin, name: 'import', expiresInS: null, by })
  return {
    '/videos/:id': `/videos/${video.id}`,
    '/jobs/:id': `/jobs/${job.id}`,
    '/batches/:id': `/batches/${batch.id}`,
    '/presets/:name': '/presets/web',
    '/presets/:name/edit': '/presets/web/edit',
    '/schedules/:id': `/schedules/${schedule.id}`,
    '/schedules/:id/firings/:firing': `/schedules/${schedule.id}/firings/${firing.id}`,
    '/webhooks/:id': `/webhooks/${hook.webhookId}`,
    '/webhooks/:id/deliveries/:delivery': `/webhooks/${hook.webhookId}/deliveries/${hook.deliveryId}`,
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

/** A webhook that was sent a test. */
async function sentWebhook() {
  const receiver = await receiveWebhooks()
  const wish = { url: receiver.url, description: 'Site', eventTypes: ['*'], isEnabled: true }
  const { webhook } = await change.create(wish, BY)
  const { deliveryId } = await new TestWebhook(send).handle(webhook, BY)
  await receiver.close()
  return { webhookId: webhook.id, deliveryId }
}
