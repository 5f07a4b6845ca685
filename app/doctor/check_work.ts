import db from '@adonisjs/lucid/services/db'
import prettyMs from 'pretty-ms'
import { strandedJobs } from '#jobs/reports/stranded_jobs'
import { liveWorkers, type LiveWorker } from '#jobs/worker_registry'
import { describeCause } from '#jobs/failure_causes'
import { IN_LINE } from '#jobs/lanes/in_line'
import { counted } from '#jobs/repair/repair'
import { laneStatus } from '#jobs/reports/lane_status'
import { schedulerStatus } from '#scheduling/scheduler_registry'
import { ok, warning, wrong, type Diagnosis } from '#app/doctor/diagnosis'

/** Workers, schedulers, and jobs that stand still. */
export async function checkWork(hardTimeS: number): Promise<Diagnosis[]> {
  const workers = await liveWorkers()
  const [{ due }] = await db
    .from('jobs')
    .whereRaw(`due_at <= now() and ${IN_LINE}`)
    .count('* as due')
  return [
    await checkWorkers(workers.length, Number(due)),
    await checkScheduler(),
    ...(workers.length > 0 ? [...(await stranded(workers)), ...(await stuckWaiting())] : []),
    ...(await stuckRunning(hardTimeS)),
    ...(await checkLanes()),
    ...(await deadLetters()),
  ]
}

async function checkWorkers(alive: number, due: number): Promise<Diagnosis> {
  if (alive > 0) return ok('workers', `${counted(alive, 'worker')} at work`)
  const [last] = await db.from('workers').max('heartbeat_at as at')
  const heard = last?.at ? `, the last was heard of ${ago(last.at)} ago` : ''
  const sentence = `No worker is alive${heard}; ${counted(due, 'job')} due`
  const remedy = 'Start one: ./ace up, or ./ace work'
  return (due > 0 ? wrong : warning)('workers', sentence, remedy, 'no-worker')
}

async function checkScheduler(): Promise<Diagnosis> {
  const { alive, enabledSchedules, isMissing, lastHeardOfAt } = await schedulerStatus()
  if (!isMissing) {
    const many = counted(enabledSchedules, 'schedule')
    const who =
      alive.length === 0 ? 'none is needed' : `${counted(alive.length, 'scheduler')} at work`
    return ok('scheduler', `${many} enabled, ${who}`)
  }
  const heard = lastHeardOfAt ? `, the last was heard of ${ago(lastHeardOfAt)} ago` : ''
  const sentence = `No scheduler is alive${heard}, and ${counted(enabledSchedules, 'schedule')} enabled: nothing fires`
  return wrong('scheduler', sentence, 'Start one: ./ace up, or ./ace schedule', 'no-scheduler')
}

/** They wait, however long, for a worker that does not live. */
async function stranded(workers: LiveWorker[]): Promise<Diagnosis[]> {
  return (await strandedJobs(workers)).map(({ jobs, since, reason, lane, workerTags }) => {
    const tags = workerTags.length > 0 ? ` --tags ${workerTags.join(',')}` : ''
    return wrong(
      'jobs',
      `${counted(jobs, 'job')}, the first for ${ago(since)}: ${reason}`,
      `Start one: ./ace work --lanes ${lane}${tags}`,
      'no-worker-fits'
    )
  })
}

async function stuckWaiting(): Promise<Diagnosis[]> {
  const { rows } = await db.rawQuery(
    `select jobs.lane, count(*)::int as jobs, min(due_at) as since from jobs
     where ${IN_LINE} and due_at < now() - interval '1 hour'
       and not exists (select from jobs busy where busy.lane = jobs.lane and busy.status = 'running')
       and not exists (select from lanes where name in ('all', jobs.lane)
         and (paused_at is not null or breaker_cause is not null))
     group by jobs.lane`
  )
  const closed = (await laneStatus()).filter(({ window }) => window && !window.isOpen)
  const open = rows.filter(
    ({ lane }: { lane: string }) => !closed.some(({ name }) => name === lane)
  )
  return open.map((row: { lane: string; jobs: number; since: Date }) =>
    wrong(
      'jobs',
      `${counted(row.jobs, 'job')} of the lane ${row.lane} due for up to ${ago(row.since)}, and none runs`,
      'Look at the workers’ log: do they take work? A low disk or memory stops them',
      'jobs-wait'
    )
  )
}

async function stuckRunning(hardTimeS: number): Promise<Diagnosis[]> {
  const { rows } = await db.rawQuery(
    `select jobs.id, jobs.lease_owner, jobs.started_at from jobs
       left join preset_versions on preset_versions.id = jobs.preset_version_id
     where jobs.status = 'running' and jobs.paused_at is null and jobs.started_at < now()
       - (coalesce((preset_versions.limits ->> 'hardTimeS')::int, :hardTimeS) + 600) * interval '1 second'
     order by jobs.started_at limit 20`,
    { hardTimeS }
  )
  return rows.map((row: { id: string; lease_owner: string; started_at: Date }) =>
    warning(
      'jobs',
      `Job ${row.id} has run for ${ago(row.started_at)} on ${row.lease_owner}, past its hard limit`,
      `Cancel it: ./ace cancel ${row.id}`,
      'job-runs-on'
    )
  )
}

async function checkLanes(): Promise<Diagnosis[]> {
  const rows = await db
    .from('lanes')
    .whereNotNull('paused_at')
    .orWhereNotNull('breaker_cause')
    .orderBy('name')
  const found = rows.map((row) =>
    row.breaker_cause
      ? wrong(
          'lanes',
          `The lane ${row.name} is stopped since ${ago(row.breaker_opened_at)} by ${row.breaker_cause}`,
          `${describeCause(row.breaker_cause).remedy} It tries again by itself`,
          'lane-stopped'
        )
      : warning(
          'lanes',
          pausedSentence(row),
          'Resume it when you are ready: console or API',
          'lane-paused'
        )
  )
  found.push(...(await closedLanes()))
  return found.length > 0 ? found : [ok('lanes', 'Every lane is open')]
}

/** As somebody wished. */
async function closedLanes(): Promise<Diagnosis[]> {
  const lanes = await laneStatus()
  return lanes
    .filter(({ window }) => window && !window.isOpen)
    .map(({ name, window }) => {
      const until = window?.until ? ` until ${window.until.toISOString()}` : ''
      return ok('lanes', `The lane ${name} is closed by the work windows${until}`)
    })
}

function pausedSentence(row: {
  name: string
  paused_at: Date
  paused_by: string
  pause_reason: string | null
}): string {
  const what = row.name === 'all' ? 'The whole queue' : `The lane ${row.name}`
  const why = row.pause_reason ? ` (${row.pause_reason})` : ''
  return `${what} was paused by ${row.paused_by} ${ago(row.paused_at)} ago${why}`
}

async function deadLetters(): Promise<Diagnosis[]> {
  const { rows } = await db.rawQuery(
    `select failure_cause as cause, count(*)::int as jobs from jobs
     where status = 'failed' and dismissed_at is null
     group by failure_cause order by jobs desc, cause limit 20`
  )
  return rows.map((row: { cause: string; jobs: number }) =>
    warning(
      'jobs',
      `${counted(row.jobs, 'job')} failed with ${row.cause}`,
      remedyOf(row.cause),
      `CAUSE:${row.cause}`
    )
  )
}

function remedyOf(cause: string): string {
  const { remedy, canRetryHelp } = describeCause(cause)
  return canRetryHelp ? `${remedy} Then: ./ace retry --failed --cause ${cause}` : remedy
}

function ago(at: Date): string {
  return prettyMs(Math.max(0, Date.now() - at.getTime()), { compact: true })
}
