import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { identityOf, isRunning, type ProcessIdentity } from '#embedded/machine/process_identity'

/**
 * Takes the lock for this process, or answers who holds it. A lock whose owner has died is taken
 * over; its file is made elsewhere and linked in place, so nobody ever reads half of it.
 */
export function takeLock(path: string): ProcessIdentity | null {
  const mine = `${path}.${process.pid}`
  writeFileSync(mine, JSON.stringify(identityOf(process.pid)))
  try {
    for (;;) {
      if (tryLink(mine, path)) return null
      const holder = lockHolder(path)
      if (holder) return holder
      setAside(path)
    }
  } finally {
    rmSync(mine, { force: true })
  }
}

/** Who holds the lock; null when nobody who lives does. */
export function lockHolder(path: string): ProcessIdentity | null {
  const identity = readIdentity(path)
  return isRunning(identity) ? identity : null
}

/** Gives the lock back when it is ours. */
export function releaseLock(path: string): void {
  if (readIdentity(path)?.pid === process.pid) rmSync(path, { force: true })
}

/** Moves a dead lock away; one that somebody made alive in the meantime is put back. */
function setAside(path: string): void {
  const aside = `${path}.dead.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  if (lockHolder(aside)) tryLink(aside, path)
  rmSync(aside, { force: true })
}

function tryLink(existing: string, path: string): boolean {
  try {
    linkSync(existing, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function readIdentity(path: string): ProcessIdentity | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity
  } catch {
    return null
  }
}
