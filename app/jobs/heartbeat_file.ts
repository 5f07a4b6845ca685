import { utimes, writeFile } from 'node:fs/promises'

let file: string | null = null

/** From now on each heartbeat that the database took renews this file's time, for supervisors that look at nothing else. */
export function keepHeartbeatFile(path: string | null) {
  file = path
}

/** Says that the process works: its loop turns, and Postgres takes what it writes. */
export async function touchHeartbeatFile(): Promise<void> {
  if (!file) return
  const now = new Date()
  await utimes(file, now, now).catch(() => writeFile(file!, ''))
}
