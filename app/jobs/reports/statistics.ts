import db from '@adonisjs/lucid/services/db'
import { countsByKey, dailyTallies, sumOfTallies, tallies, type Tally } from '#videos/tallies'

export interface Day {
  /** ISO date, UTC. */
  date: string
  completed: number
  failed: number
  cancelled: number
  /** Of the jobs that completed on it, from start to end; null where none did. */
  averageProcessingS: number | null
  /** Bytes of the originals of those, and of the renditions made on it. */
  bytesIn: number
  bytesOut: number
}

export interface PresetStatistics {
  preset: string
  completed: number
  failed: number
  cancelled: number
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
  /** Bytes of the originals of completed jobs, and of the renditions made. */
  bytesIn: number
  bytesOut: number
  causes: { cause: string; jobs: number }[]
  presets: PresetStatistics[]
  daily: Day[]
}

/** What was done on the last `days` days (1..365), UTC and today included, with every day in the row, also the idle ones. */
export async function statistics(days: number): Promise<Statistics> {
  const [ended, causes, presets, daily, ...sums] = await Promise.all([
    tallies('ended', days),
    tallies('ended_causes', days),
    presetsIn(days),
    dailyFor(days),
    tallies('videos_added', days),
    tallies('jobs_started', days),
    tallies('renditions_made', days),
  ])
  const [added, started, made] = sums.map(sumOfTallies)
  return {
    ...{ days, videosAdded: added.n, jobsStarted: started.n, bytesOut: made.bytes },
    ...outcome(ended),
    causes: mostFrequentFirst(causes),
    ...{ presets, daily },
  }
}

function outcome(ended: Tally[]) {
  const { completed = 0, failed = 0, cancelled = 0 } = countsByKey<Outcome>(ended)
  const done = ended.find(({ key }) => key === 'completed')
  return {
    ...{ completed, failed, cancelled },
    successRate: completed + failed === 0 ? null : completed / (completed + failed),
    averageProcessingS: done ? done.tookMs / done.n / 1000 : null,
    bytesIn: done?.bytes ?? 0,
  }
}

type Outcome = 'completed' | 'failed' | 'cancelled'

function mostFrequentFirst(causes: Tally[]) {
  return causes.map(({ key, n }) => ({ cause: key, jobs: n })).sort((a, b) => b.jobs - a.jobs)
}

/** In the order of the presets; keys are the id of the version and a status. */
async function presetsIn(days: number): Promise<PresetStatistics[]> {
  const [ended, versions] = await Promise.all([tallies('ended_presets', days), versionsOfPresets()])
  return versions.flatMap(({ preset, ids }) => {
    const of = (status: Outcome) =>
      sumOfTallies(ended.filter(({ key }) => ids.some((id) => key === `${id} ${status}`)))
    const [completed, failed, cancelled] = [of('completed'), of('failed'), of('cancelled')]
    if (completed.n + failed.n + cancelled.n === 0) return []
    const averageProcessingS = completed.n > 0 ? completed.tookMs / completed.n / 1000 : null
    const counts = { completed: completed.n, failed: failed.n, cancelled: cancelled.n }
    return [{ preset, ...counts, averageProcessingS }]
  })
}

async function versionsOfPresets(): Promise<{ preset: string; ids: number[] }[]> {
  const { rows } = await db.rawQuery(
    `select presets.name as preset, array_agg(preset_versions.id) as ids
     from presets join preset_versions on preset_versions.preset_id = presets.id
     group by presets.id order by presets.position`
  )
  return rows
}

async function dailyFor(days: number): Promise<Day[]> {
  const [ended, made] = await Promise.all([
    dailyTallies('ended', days),
    dailyTallies('renditions_made', days),
  ])
  const byDay = new Map(ended.map((one) => [`${one.date} ${one.key}`, one]))
  const bytesByDay = new Map(made.map(({ date, bytes }) => [date, bytes]))
  return daysUntilToday(days).map((date) => {
    const of = (status: Outcome) => byDay.get(`${date} ${status}`)?.n ?? 0
    const done = byDay.get(`${date} completed`)
    return {
      ...{ date, completed: of('completed'), failed: of('failed'), cancelled: of('cancelled') },
      averageProcessingS: done?.n ? done.tookMs / done.n / 1000 : null,
      ...{ bytesIn: done?.bytes ?? 0, bytesOut: bytesByDay.get(date) ?? 0 },
    }
  })
}

const DAY_MS = 86_400_000

/** ISO dates, UTC. */
function daysUntilToday(days: number): string[] {
  const today = Date.now()
  return Array.from({ length: days }, (_, at) => {
    return new Date(today - (days - 1 - at) * DAY_MS).toISOString().slice(0, 10)
  })
}
