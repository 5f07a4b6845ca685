import { quantile, timedMs } from '#app/terminal/bench/timed'
import type { ApiClient } from '#app/terminal/bench/api/api_client'

/** A route of the same server that answers with a constant, without token, database or anything else of ours. */
export const BARE = 'bare route'

export interface CallCost {
  call: string
  p50Ms: number
  p95Ms: number
  p99Ms: number
  /** p50 by the bare route's. */
  ratio: number
}

interface Page {
  data: { id: number | string }[]
}

/** What integrators ask most, by name. */
export async function measuredCalls(client: ApiClient): Promise<Record<string, string>> {
  const [videos, jobs] = await Promise.all([
    client.json<Page>('/api/v1/videos'),
    client.json<Page>('/api/v1/jobs'),
  ])
  const video = `/api/v1/videos/${videos.data[0].id}`
  return {
    [BARE]: '/health/live',
    'status of a video': `${video}/status`,
    'one video': video,
    'one job': `/api/v1/jobs/${jobs.data[0].id}`,
    'videos': '/api/v1/videos',
    'videos that failed': '/api/v1/videos?status=failed',
    'videos, searched': '/api/v1/videos?search=knee',
    'jobs': '/api/v1/jobs',
    'queue': '/api/v1/queue',
    'statistics': '/api/v1/statistics?days=30',
  }
}

/** Each call of each server in turns, one at a time. @returns one list for each server */
export async function measureCalls(
  clients: ApiClient[],
  { requests, signal }: { requests: number; signal: AbortSignal }
): Promise<CallCost[][]> {
  const calls = await Promise.all(clients.map(measuredCalls))
  const names = Object.keys(calls[0])
  const times = clients.map(() => new Map(names.map((name) => [name, [] as number[]])))
  for (let round = 0; round <= requests; round++) {
    for (const name of names) {
      for (const [at, client] of clients.entries()) {
        signal.throwIfAborted()
        const tookMs = await timedMs(() => client.read(calls[at][name]))
        if (round > 0) times[at].get(name)!.push(tookMs) // the first warms up
      }
    }
  }
  return times.map(costsOf)
}

function costsOf(times: Map<string, number[]>): CallCost[] {
  const bareMs = quantile(times.get(BARE)!, 0.5)
  return [...times].map(([call, ms]) => ({
    call,
    p50Ms: quantile(ms, 0.5),
    p95Ms: quantile(ms, 0.95),
    p99Ms: quantile(ms, 0.99),
    ratio: quantile(ms, 0.5) / bareMs,
  }))
}
