import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import type { ProcessIdentity } from '#embedded/machine/process_identity'

/** What `up` tells the other commands about itself. */
export interface InstanceState {
  supervisor: ProcessIdentity
  /** Null until the console answers. */
  url: string | null
  processes: ProcessState[]
}

export interface ProcessState {
  name: string
  /** Null while it waits to be started again. */
  identity: ProcessIdentity | null
  /** ISO 8601, of the last start. */
  startedAt: string | null
  restarts: number
}

export function readState(path: string): InstanceState | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as InstanceState
  } catch {
    return null
  }
}

/** Written beside and renamed, so that readers see one state or the other. */
export function writeState(path: string, state: InstanceState): void {
  writeFileSync(`${path}.partial`, JSON.stringify(state, null, 2))
  renameSync(`${path}.partial`, path)
}

export function removeState(path: string): void {
  rmSync(path, { force: true })
}
