import prettyBytes from 'pretty-bytes'
import type { ApiCosts } from '#app/terminal/bench/api/api_bench'
import type { CallCost } from '#app/terminal/bench/api/api_calls'

/** The report as lines of text for people. */
export function apiLines(costs: ApiCosts, { few, many }: { few: number; many: number }): string[] {
  const libraries = (videos: number) => `${videos.toLocaleString('en')} videos`
  const [own, behind] = costs.streaming
  const { uploads } = costs
  return [
    ...callLines(`Calls, ${libraries(few)}`, costs.small),
    ...callLines(`Calls, ${libraries(many)}`, costs.large),
    ...callLines(`Calls, ${libraries(many)}, while two encodes run`, costs.whileEncoding),
    'Streaming in ranges, four at a time',
    ...costs.streaming.map(
      ({ name, mbPerS, cpuS }) =>
        `  ${name.padEnd(20)} ${mbPerS.toFixed(0).padStart(6)} MB/s  ${cpuS.toFixed(2)} CPU s/GB`
    ),
    `  rate ${(own.mbPerS / behind.mbPerS).toFixed(2)} of nginx's, CPU ${(own.cpuS / behind.cpuS).toFixed(2)} times its`,
    `${uploads.atOnce} uploads at once`,
    `  ${uploads.perS.toFixed(1)}/s : ${uploads.alonePerS.toFixed(1)}/s one by one  ratio ${uploads.ratio.toFixed(2)}` +
      `  memory ${prettyBytes(uploads.memoryBefore)}, at most ${prettyBytes(uploads.peakMemoryBytes)}`,
  ]
}

function callLines(head: string, calls: CallCost[]): string[] {
  return [
    `${head}: p50, p95, p99, and p50 beside a route that answers with a constant`,
    ...calls.map(({ call, p50Ms, p95Ms, p99Ms, ratio }) => {
      const times = [p50Ms, p95Ms, p99Ms].map((ms) => `${ms.toFixed(1).padStart(7)} ms`)
      return `  ${call.padEnd(20)}${times.join('')}  ratio ${ratio.toFixed(2)}`
    }),
  ]
}
