import { usageOfTree } from '#media/run/process_usage'
import { median } from '#app/terminal/bench/median'
import type { ApiClient } from '#app/terminal/bench/api/api_client'

/** As browsers and players ask for long files. */
const RANGE_BYTES = 8 * 1024 * 1024
const AT_ONCE = 4
const MB = 1e6

export interface StreamedFrom {
  name: string
  client: ApiClient
  /** Of the file. */
  path: string
  sizeBytes: number
  /** Whose CPU is counted, with their children. */
  pids: number[]
}

export interface StreamCost {
  name: string
  /** Median of the rounds. */
  mbPerS: number
  /** Of the servers, for each GB. */
  cpuS: number
}

/** A file in ranges, four at a time, from each in turns. */
export async function measureStreaming(
  sources: StreamedFrom[],
  { rounds, signal }: { rounds: number; signal: AbortSignal }
): Promise<StreamCost[]> {
  const seen = sources.map(({ name }) => ({ name, rates: [] as number[], cpus: [] as number[] }))
  for (let round = 0; round <= rounds; round++) {
    for (const [at, source] of sources.entries()) {
      signal.throwIfAborted()
      const { mbPerS, cpuS } = await streamOnce(source)
      if (round === 0) continue // the first fills the page cache
      seen[at].rates.push(mbPerS)
      seen[at].cpus.push(cpuS)
    }
  }
  return seen.map(({ name, rates, cpus }) => ({ name, mbPerS: median(rates), cpuS: median(cpus) }))
}

async function streamOnce(source: StreamedFrom) {
  const before = await cpuOf(source.pids)
  const startedAt = performance.now()
  const offsets = Array.from(
    { length: Math.ceil(source.sizeBytes / RANGE_BYTES) },
    (_, at) => at * RANGE_BYTES
  )
  const readers = Array.from({ length: AT_ONCE }, async () => {
    for (let from = offsets.shift(); from !== undefined; from = offsets.shift()) {
      await readRange(source, from)
    }
  })
  await Promise.all(readers)
  const tookS = (performance.now() - startedAt) / 1000
  const cpuS = (await cpuOf(source.pids)) - before
  return { mbPerS: source.sizeBytes / MB / tookS, cpuS: cpuS / (source.sizeBytes / 1e9) }
}

async function readRange({ client, path, sizeBytes }: StreamedFrom, from: number) {
  const end = Math.min(from + RANGE_BYTES, sizeBytes)
  const got = await client.read(path, { range: `bytes=${from}-${end - 1}` })
  if (got !== end - from) throw new Error(`${path}: ${got} bytes came instead of ${end - from}`)
}

async function cpuOf(pids: number[]): Promise<number> {
  const usages = await Promise.all(pids.map(usageOfTree))
  return usages.reduce((total, { cpuS }) => total + cpuS, 0)
}
