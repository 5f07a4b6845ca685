import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { until } from '../helpers/until.js'
import { CLIPS, type ClipName } from './clips.js'
import type { World } from './world.js'

/** What a clip becomes with a preset when nobody disturbs: hashes of the files of each rendition. */
export type Reference = Map<string, Map<string, string>>

export const PRESETS = ['mobile', 'low'] as const

/** Makes everything twice, so that it is known whether the same comes out. @throws where it does not */
export async function calmRun(world: World): Promise<Reference> {
  const kinds = (Object.keys(CLIPS) as ClipName[]).flatMap((clip) =>
    PRESETS.map((preset) => ({ clip, preset }))
  )
  const asked: { kind: string; ids: string[] }[] = []
  for (const { clip, preset } of kinds) {
    const ids = [await world.client.submit(clip, preset), await world.client.submit(clip, preset)]
    asked.push({ kind: `${clip} ${preset}`, ids: ids.map(String) })
  }
  const reference: Reference = new Map()
  for (const { kind, ids } of asked) {
    const [one, other] = await Promise.all(ids.map((id) => made(world, id)))
    for (const [name, hashes] of one) {
      if (other.get(name) !== hashes) throw new Error(`${kind}: ${name} is not the same twice`)
    }
    reference.set(kind, one)
  }
  return reference
}

async function made(world: World, jobId: string): Promise<Map<string, string>> {
  await until(async () => (await statusOf(world, jobId)) === 'completed', 120_000)
  const rows = await world.postgres.rows<{ name: string; files: { key: string }[] }>(
    'select name, files from renditions where job_id = $1',
    [jobId]
  )
  const hash = ({ key }: { key: string }) =>
    createHash('sha256')
      .update(readFileSync(join(world.storage, key)))
      .digest('hex')
  return new Map(rows.map(({ name, files }) => [name, files.map(hash).join(' ')]))
}

export async function statusOf(world: World, jobId: string): Promise<string> {
  const row = await world.postgres.row<{ status: string }>(
    'select status from jobs where id = $1',
    [jobId]
  )
  return row?.status ?? 'gone'
}
