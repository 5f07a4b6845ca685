import { v7 as uuidv7 } from 'uuid'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import StartBatch from '#jobs/batches/start_batch'
import { operatorAtTerminal } from '#accounts/actor'
import { findPresetVersion } from '#presets/find_preset_version'
import { addVideos, emptyDatabase } from '#app/terminal/bench/bench_world'
import { median } from '#app/terminal/bench/median'
import { timedMs } from '#app/terminal/bench/timed'
import type { BareQueue } from '#queue/bare_queue'

export interface BatchCost {
  jobs: number
  /** StartBatch: from the request until every reminder is sent. */
  oursMs: number
  /** The rows in one INSERT, the reminders in one addBulk. */
  bareMs: number
  /** Of which INSERT, and addBulk. */
  bareInsertMs: number
  bareAddMs: number
  /** Median of the ratios within each round. */
  ratio: number
}

const PRESET = 'mobile'

/** So many videos into a batch, in turns with the least that it must do. */
export async function measureBatch(
  bare: BareQueue,
  { jobs, rounds }: { jobs: number; rounds: number }
): Promise<BatchCost> {
  const ours: number[] = []
  const inserts: number[] = []
  const adds: number[] = []
  for (let round = 0; round < rounds; round++) {
    ours.push(await startOurs(jobs))
    const [insertMs, addMs] = await startBare(bare, jobs)
    inserts.push(insertMs)
    adds.push(addMs)
  }
  const bares = inserts.map((insertMs, round) => insertMs + adds[round])
  return {
    ...{ jobs, oursMs: median(ours), bareMs: median(bares) },
    ...{ bareInsertMs: median(inserts), bareAddMs: median(adds) },
    ratio: median(ours.map((ms, round) => ms / bares[round])),
  }
}

async function startOurs(jobs: number): Promise<number> {
  await emptyDatabase()
  await addVideos(jobs)
  const start = await app.container.make(StartBatch)
  const by = operatorAtTerminal()
  return timedMs(async () => {
    const { jobIds } = await start.handle({ preset: PRESET, maxVideos: null, by })
    if (jobIds.length !== jobs) throw new Error(`${jobIds.length} of ${jobs} jobs were started`)
    await requireReminded(jobs)
  })
}

async function requireReminded(jobs: number) {
  const [{ total }] = await db.from('jobs').whereNotNull('reminded_at').count('* as total')
  if (total !== jobs) throw new Error(`${total} of ${jobs} reminders were sent`)
}

async function startBare(bare: BareQueue, jobs: number): Promise<[number, number]> {
  await emptyDatabase()
  await bare.empty()
  const videoIds = await addVideos(jobs)
  const { id: versionId } = await findPresetVersion(PRESET)
  const ids = videoIds.map(() => uuidv7())
  const insertMs = await timedMs(() =>
    db.rawQuery(
      `insert into jobs (id, video_id, preset_version_id, requested_via)
       select id, video_id, ?, 'terminal' from unnest(?::uuid[], ?::int[]) as wanted (id, video_id)`,
      [versionId, ids, videoIds]
    )
  )
  return [insertMs, await timedMs(() => bare.addAll(ids))]
}
