import type { InstancePaths } from '#embedded/instance_paths'
import { endProcess } from '#embedded/machine/end_process'
import { isRunning } from '#embedded/machine/process_identity'
import { readState, removeState } from '#embedded/supervision/instance_state'

const GRACE_MS = 30_000

/**
 * Ends what a killed supervisor left: its processes notice by themselves, this waits for them.
 * Answers whether there was any.
 */
export async function endLeftovers(paths: InstancePaths): Promise<boolean> {
  const processes = readState(paths.stateFile)?.processes ?? []
  const left = processes.flatMap(({ identity }) =>
    identity && isRunning(identity) ? [identity] : []
  )
  await Promise.all(left.map((one) => endProcess(one, { signal: 'SIGTERM', graceMs: GRACE_MS })))
  removeState(paths.stateFile)
  return left.length > 0
}
