import { usageOf } from '#media/run/process_usage'
import { timedMs } from '#app/terminal/bench/timed'
import type { ApiClient } from '#app/terminal/bench/api/api_client'

const LOOK_EVERY_MS = 50
/** Enough to know what one costs alone. */
const ONE_BY_ONE = 10

export interface UploadCost {
  atOnce: number
  /** Uploads a second, all at once and one after the other. */
  perS: number
  alonePerS: number
  /** The first by the second: above 1, many at once are quicker than one by one. */
  ratio: number
  /** The most that the web process itself held, and what it held before. */
  peakMemoryBytes: number
  memoryBefore: number
}

/** The same file many times at once, beside one after the other. */
export async function measureUploads(of: {
  client: ApiClient
  pid: number
  file: string
  atOnce: number
}): Promise<UploadCost> {
  const { client, pid, file, atOnce } = of
  const made: number[] = []
  const upload = async () => void made.push(await client.upload(file))
  try {
    await upload() // warms up
    const aloneMs = await timedMs(async () => {
      for (let count = 0; count < ONE_BY_ONE; count++) await upload()
    })
    const { memoryBytes: memoryBefore } = await usageOf(pid)
    const memory = watchMemory(pid)
    const tookMs = await timedMs(() => Promise.all(Array.from({ length: atOnce }, upload)))
    const peakMemoryBytes = await memory.end()
    const perS = (atOnce / tookMs) * 1000
    const alonePerS = (ONE_BY_ONE / aloneMs) * 1000
    return { atOnce, perS, alonePerS, ratio: perS / alonePerS, peakMemoryBytes, memoryBefore }
  } finally {
    for (const id of made) await client.remove(id)
  }
}

function watchMemory(pid: number) {
  let peakBytes = 0
  const look = async () => {
    const { memoryBytes } = await usageOf(pid)
    peakBytes = Math.max(peakBytes, memoryBytes)
  }
  const timer = setInterval(look, LOOK_EVERY_MS)
  return {
    async end() {
      clearInterval(timer)
      await look()
      return peakBytes
    },
  }
}
