import { isRunning, type ProcessIdentity } from '#embedded/machine/process_identity'
import { waitUntil } from '#embedded/wait_until'

export interface EndOptions {
  /** What asks it politely. */
  signal: NodeJS.Signals
  graceMs: number
  /** What ends it when it did not listen; SIGKILL unless told. */
  lastSignal?: NodeJS.Signals
}

const LAST_WAIT_MS = 10_000

/** Ends the process and waits until it is gone. Never touches another one with the same pid. */
export async function endProcess(process: ProcessIdentity, options: EndOptions): Promise<void> {
  sendSignal(process, options.signal)
  if (await waitUntil(() => !isRunning(process), { timeoutMs: options.graceMs })) return
  sendSignal(process, options.lastSignal ?? 'SIGKILL')
  await waitUntil(() => !isRunning(process), { timeoutMs: LAST_WAIT_MS })
}

function sendSignal(identity: ProcessIdentity, signal: NodeJS.Signals): void {
  if (!isRunning(identity)) return
  try {
    process.kill(identity.pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
