import { channel } from 'node:diagnostics_channel'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Lane } from '#jobs/lanes/lane'

/** A worker took a job; told in that worker. */
export interface JobTaken {
  lane: Lane
  /** Null: an operation without one. */
  preset: string | null
  /** From the moment it was due and in the queue; what its batch or a pause held it is part of that. */
  waitedS: number
}

export const JOB_TAKEN = 'mediakeep:job_taken'

const told = channel(JOB_TAKEN)

/** Looks into the rows only where somebody listens. */
export async function tellJobTaken(trx: TransactionClientContract, row: TakenRow): Promise<void> {
  if (!told.hasSubscribers) return
  const { lane, queued_at: queued, due_at: due, started_at: at } = row
  const since = Math.max(queued.getTime(), due.getTime())
  const waitedS = Math.max(0, at.getTime() - since) / 1000
  told.publish({ lane, waitedS, preset: await presetOf(trx, row) } satisfies JobTaken)
}

interface TakenRow {
  lane: Lane
  preset_version_id: number | null
  queued_at: Date
  due_at: Date
  started_at: Date
}

async function presetOf(trx: TransactionClientContract, { preset_version_id: id }: TakenRow) {
  if (id === null) return null
  const preset = await trx
    .from('presets')
    .join('preset_versions', 'preset_versions.preset_id', 'presets.id')
    .where('preset_versions.id', id)
    .select('name')
    .first()
  return preset.name as string
}
