import app from '@adonisjs/core/services/app'
import type { HttpContext } from '@adonisjs/core/http'
import { Readiness } from '#http/health/readiness'
import { recently } from '#http/health/recently'
import type { SchedulerStatus } from '#scheduling/scheduler_registry'

const KEPT_MS = 1_000

/** For load balancers and supervisors: does this process live, and can it do its work. */
export default class HealthController {
  live() {
    return { status: 'ok' }
  }

  /** What is degraded delays work and loses none: requests are still taken. */
  async ready({ response }: HttpContext) {
    const { isHealthy, ...told } = await lookRecently()
    response.header('cache-control', 'no-store')
    response.status(isHealthy ? 200 : 503)
    return told
  }
}

const lookRecently = recently(look, KEPT_MS)
let readiness: Promise<Readiness> | null = null

async function look() {
  readiness ??= app.container.make(Readiness)
  const { checks, schedulers } = await readiness.then(async (of) => {
    const report = await of.checks.run()
    return { checks: report, schedulers: of.schedulers }
  })
  return {
    isHealthy: checks.isHealthy,
    status: STATUS_WORDS[checks.status],
    checks: Object.fromEntries(
      checks.checks.map(({ name, status, message, meta }) => [
        name,
        { status, message, duration_ms: meta?.durationMs },
      ])
    ),
    schedulers: schedulers && schedulersJson(schedulers),
  }
}

const STATUS_WORDS = { ok: 'ok', warning: 'degraded', error: 'unavailable' } as const

function schedulersJson({ alive, enabledSchedules, isMissing }: SchedulerStatus) {
  return { alive: alive.length, enabled_schedules: enabledSchedules, is_missing: isMissing }
}
