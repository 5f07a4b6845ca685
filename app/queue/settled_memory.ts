import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

let collect: (() => void) | null = null

/** Resident memory of this process in bytes; where that is more than allowed, of what is left after a full collection. */
export function settledMemoryBytes(allowedBytes: number): number {
  const rss = process.memoryUsage.rss()
  if (rss <= allowedBytes) return rss
  collect ??= collector()
  collect()
  return process.memoryUsage.rss()
}

function collector(): () => void {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
}
