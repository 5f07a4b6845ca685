import { constants } from 'node:os'
import type { LaunchedProcess } from './launched_process.js'

export interface ProcessEnd {
  exitCode: number | null
  signal: NodeJS.Signals | null
}

/** A jail tells the signal that ended its program as a shell does: 128 and its number. */
const SIGNALS = new Map(
  Object.entries(constants.signals).map(([name, number]) => [128 + number, name as NodeJS.Signals])
)

/** Waits for the end; 127 where it never started, as a shell would say. */
export function endOf(child: LaunchedProcess): Promise<ProcessEnd> {
  return new Promise((resolve) => {
    child.once('error', () => resolve({ exitCode: 127, signal: null }))
    child.once('close', (exitCode, signal) => resolve(fromJail(child, { exitCode, signal })))
  })
}

function fromJail(child: LaunchedProcess, end: ProcessEnd): ProcessEnd {
  const signal = child.spawnargs.includes('bwrap') ? SIGNALS.get(end.exitCode ?? 0) : undefined
  return signal ? { exitCode: null, signal } : end
}
