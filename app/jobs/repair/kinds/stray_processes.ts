import { hostname } from 'node:os'
import db from '@adonisjs/lucid/services/db'
import { processBirth } from '#media/run/process_birth'
import { signalGroup } from '#media/run/launched_process'
import { ROWS_A_ROUND, type Finding, type Repair } from '#jobs/repair/repair'

interface StrayProcess extends Finding {
  attemptId: number
  pid: number
  bornAt: string
}

interface EndedAttempt {
  id: number
  job_id: string
  status: string
  process_id: number
  process_born_at: string
}

/**
 * Processes on this machine whose attempt is over. The kernel ends a program with its worker where it can; this is for
 * where it cannot. Never another process: the moment of its birth must be the one that was written down.
 */
export default class StrayProcesses implements Repair<StrayProcess> {
  readonly kind = 'stray_processes'
  readonly action = 'process.killed'
  readonly everyS = 0

  async find(): Promise<StrayProcess[]> {
    const rows = await endedAttempts()
    const alive = rows.filter((row) => isAlive(row.process_id, row.process_born_at))
    await forget(rows.filter((row) => !alive.includes(row)).map(({ id }) => id))
    return alive.map(findingOf)
  }

  async repair({ attemptId, pid, bornAt }: StrayProcess) {
    const [attempt] = await endedAttempts(attemptId)
    if (!attempt || !isAlive(pid, bornAt)) return false
    signalGroup(pid, 'SIGKILL')
    return (await forget([attemptId])) > 0
  }
}

function endedAttempts(id?: number): Promise<EndedAttempt[]> {
  return db
    .from('attempts')
    .select('id', 'job_id', 'status', 'process_id', 'process_born_at')
    .where('host_name', hostname())
    .whereNot('status', 'running')
    .whereNotNull('process_id')
    .whereNotNull('process_born_at')
    .if(id !== undefined, (query) => query.where('id', id!))
    .limit(ROWS_A_ROUND)
}

function isAlive(pid: number, bornAt: string): boolean {
  return processBirth(pid) === bornAt
}

/** The pid stays for people; without its birth it is looked for no more. */
async function forget(attemptIds: number[]): Promise<number> {
  if (attemptIds.length === 0) return 0
  const forgotten = await db
    .from('attempts')
    .whereIn('id', attemptIds)
    .whereNotNull('process_born_at')
    .update({ process_born_at: null })
  return Number(forgotten)
}

function findingOf({ id, job_id: jobId, status, ...process }: EndedAttempt): StrayProcess {
  const { process_id: pid, process_born_at: bornAt } = process
  return {
    subject: { type: 'job', id: jobId },
    what: `Process ${pid} of attempt ${id} still runs on ${hostname()}, and the attempt is ${status}`,
    details: { pid, attemptId: id },
    ...{ attemptId: id, pid, bornAt },
  }
}
