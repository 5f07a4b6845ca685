import type { ChildProcessByStdio } from 'node:child_process'
import type { Readable } from 'node:stream'

/** A media program, the leader of a process group of its own. */
export type LaunchedProcess = ChildProcessByStdio<null, Readable, Readable>

/** Sends a signal to the whole group; one that is gone already is fine. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
