import db from '@adonisjs/lucid/services/db'

export interface Day {
  /** ISO date, UTC. */
  date: string
  completed: number
  failed: number
  cancelled: number
}

export interface PresetStatistics {
  preset: string
  completed: number
  failed: number
  averageProcessingS: number | null
}

export interface Statistics {
  days: number
  videosAdded: number
  jobsStarted: number
  completed: number
  failed: number
  cancelled: number
  /** Completed of those that completed or failed, 0..1; null where none did. */
  successRate: number | null
  averageProcessingS: number | null
  /** Bytes of the originals of completed jobs, and of what was made of them. */
  bytesIn: number
  bytesOut: number
  causes: { cause: string; jobs: number }[]
  presets: PresetStatistics[]
  daily: Day[]
}

/** What was done in the last `days` days (1..365), with every day in the row, also the idle ones. */
export async function statistics(days: number): Promise<Statistics> {
  const since = `now() - interval '${Math.trunc(days)} days'`
  const [totals, causes, presets, daily] = await Promise.all([
    totalsSince(since),
    causesSince(since),
    presetsSince(since),
    dailyFor(days),
  ])
  const ended = totals.completed + totals.failed
  const successRate = ended === 0 ? null : totals.completed / ended
  return { days, ...totals, successRate, causes, presets, daily }
}

async function totalsSince(since: string) {
  const { rows } = await db.rawQuery(
    `select
       (select count(*) from videos where created_at > ${since}) as "videosAdded",
       (select count(*) from jobs where created_at > ${since}) as "jobsStarted",
       count(*) filter (where j.status = 'completed') as completed,
       count(*) filter (where j.status = 'failed') as failed,
       count(*) filter (where j.status = 'cancelled') as cancelled,
       (avg(extract(epoch from j.finished_at - j.started_at))
         filter (where j.status = 'completed'))::float8 as "averageProcessingS",
       coalesce(sum(v.size_bytes) filter (where j.status = 'completed'), 0)::bigint as "bytesIn",
       (select coalesce(sum(size_bytes), 0)::bigint from renditions where created_at > ${since})
         as "bytesOut"
     from jobs j join videos v on v.id = j.video_id
     where j.finished_at > ${since}`
  )
  return rows[0]
}

async function causesSince(since: string) {
  const { rows } = await db.rawQuery(
    `select failure_cause as cause, count(*) as jobs from jobs
     where status = 'failed' and finished_at > ${since}
     group by failure_cause order by jobs desc`
  )
  return rows
}

async function presetsSince(since: string): Promise<PresetStatistics[]> {
  const { rows } = await db.rawQuery(
    `select p.name as preset,
       count(*) filter (where j.status = 'completed') as completed,
       count(*) filter (where j.status = 'failed') as failed,
       (avg(extract(epoch from j.finished_at - j.started_at))
         filter (where j.status = 'completed'))::float8 as "averageProcessingS"
     from jobs j
       join preset_versions pv on pv.id = j.preset_version_id
       join presets p on p.id = pv.preset_id
     where j.finished_at > ${since}
     group by p.id order by p.position`
  )
  return rows
}

async function dailyFor(days: number): Promise<Day[]> {
  const { rows } = await db.rawQuery(
    `select to_char(day, 'YYYY-MM-DD') as date,
       count(j.id) filter (where j.status = 'completed') as completed,
       count(j.id) filter (where j.status = 'failed') as failed,
       count(j.id) filter (where j.status = 'cancelled') as cancelled
     from generate_series(
         date_trunc('day', now() at time zone 'UTC') - (? - 1) * interval '1 day',
         date_trunc('day', now() at time zone 'UTC'), interval '1 day') as day
       left join jobs j on date_trunc('day', j.finished_at at time zone 'UTC') = day
     group by day order by day`,
    [days]
  )
  return rows
}
