import { ConsoleClient, type ConsoleSite } from '#app/terminal/bench/console/console_client'
import { median } from '#app/terminal/bench/median'
import { quantile, timedMs } from '#app/terminal/bench/timed'

/** What is measured: pages as people open them. */
export const MEASURED_PAGES: Record<string, string> = {
  'overview': '/',
  'videos': '/videos?sort=newest',
  'tenth page': '/videos?sort=title',
  'by status': '/videos?status=failed',
  'by tag': '/videos?tag=surgery',
  'by a rare tag': '/videos?tag=rare',
  'by codec and length': '/videos?codec=av1&min_minutes=60',
  'by day': '/videos?from=2024-06-01&to=2024-06-02',
  'search, frequent': '/videos?search=knee',
  'search, rare': '/videos?search=zebrafish',
  'search, nothing': '/videos?search=xylophone',
  'by title': '/videos?sort=title',
  'by size': '/videos?sort=largest&tag=teaching',
  'jobs': '/jobs',
  'jobs, failed': '/jobs?status=failed',
  'jobs of a worker': '/jobs?worker=bench-worker-3',
  'failures': '/failures',
}

export interface PageCost {
  page: string
  /** Milliseconds for the small library and for the large one. */
  small: { p50Ms: number; p95Ms: number }
  large: { p50Ms: number; p95Ms: number }
  /** Large by small. */
  p50Ratio: number
  p95Ratio: number
}

export interface ConsoleBench {
  small: ConsoleSite
  large: ConsoleSite
  rounds: number
  signal: AbortSignal
  onRound: (round: number) => void
}

/** What pages of a large library cost beside those of a small one, both asked for in turns. */
export async function benchConsole(of: ConsoleBench): Promise<PageCost[]> {
  const clients = [new ConsoleClient(of.small), new ConsoleClient(of.large)]
  for (const client of clients) await client.signIn()
  const tenth = await Promise.all(clients.map(tenthPage))
  const times = Object.keys(MEASURED_PAGES).map((page) => ({ page, ms: [[], []] as number[][] }))
  for (let round = 0; round <= of.rounds; round++) {
    of.signal.throwIfAborted()
    of.onRound(round)
    for (const { page, ms } of times) {
      for (const [at, client] of clients.entries()) {
        const path = page === 'tenth page' ? tenth[at] : MEASURED_PAGES[page]
        const tookMs = await timedMs(() => client.get(path))
        if (round > 0) ms[at].push(tookMs) // the first warms up
      }
    }
  }
  return times.map(({ page, ms }) => costOf(page, ms))
}

/** Its address, found as people find it. */
async function tenthPage(client: ConsoleClient): Promise<string> {
  let path = MEASURED_PAGES['tenth page']
  for (let page = 1; page < 10; page++) {
    const next = (await client.get(path)).match(/rel="next" href="([^"]+)"/)
    if (!next) return path
    path = next[1].replaceAll('&amp;', '&')
  }
  return path
}

function costOf(page: string, ms: number[][]): PageCost {
  const [small, large] = ms.map((all) => ({ p50Ms: median(all), p95Ms: quantile(all, 0.95) }))
  const p50Ratio = large.p50Ms / small.p50Ms
  return { page, small, large, p50Ratio, p95Ratio: large.p95Ms / small.p95Ms }
}
