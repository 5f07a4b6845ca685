import { rmSync } from 'node:fs'
import type { InstancePaths } from '#embedded/instance_paths'
import { endProcess } from '#embedded/machine/end_process'
import { stopPrivateServers } from '#embedded/private_servers'
import { endLeftovers } from '#embedded/supervision/end_leftovers'
import { lockHolder } from '#embedded/supervision/instance_lock'

const UP_GRACE_MS = 120_000

/** Stops a running `up` and whatever a killed one left. False when nothing ran. */
export async function stopInstance(
  paths: InstancePaths,
  say: (line: string) => void
): Promise<boolean> {
  let didStop = false
  const tell = (line: string) => {
    didStop = true
    say(line)
  }
  const supervisor = lockHolder(paths.lockFile)
  if (supervisor) {
    await endProcess(supervisor, { signal: 'SIGTERM', graceMs: UP_GRACE_MS })
    tell('Stopped Mediakeep')
  }
  if (await endLeftovers(paths)) tell('Ended what a killed run had left behind')
  rmSync(paths.settingsFile, { force: true })
  await stopPrivateServers(paths, { say: tell })
  return didStop
}
