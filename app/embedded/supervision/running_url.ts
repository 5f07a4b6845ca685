import type { InstancePaths } from '#embedded/instance_paths'
import { lockHolder } from '#embedded/supervision/instance_lock'
import { readState } from '#embedded/supervision/instance_state'
import { waitUntil } from '#embedded/wait_until'

const START_TIMEOUT_MS = 120_000

/** Where the console of a running `up` is, waiting for one that still starts; null when none runs. */
export async function runningUrl(paths: InstancePaths): Promise<string | null> {
  let url: string | null = null
  const isDecided = () => {
    const isUp = lockHolder(paths.lockFile) !== null
    url = isUp ? (readState(paths.stateFile)?.url ?? null) : null
    return !isUp || url !== null
  }
  await waitUntil(isDecided, { timeoutMs: START_TIMEOUT_MS, everyMs: 200 })
  return url
}
