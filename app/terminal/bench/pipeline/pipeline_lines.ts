import prettyBytes from 'pretty-bytes'
import { makeTable } from '#app/terminal/make_table'
import type {
  Latency,
  PipelineReport,
  VideoFacts,
} from '#app/terminal/bench/pipeline/pipeline_report'

const LATENCIES = [
  ['upload', 'Upload'],
  ['queue_wait', 'Queue wait'],
  ['processing', 'Processing'],
] as const

/** The report for people. */
export function pipelineLines(report: PipelineReport, dim: (text: string) => string): string[] {
  const { workers, video, preset, concurrent, machine } = report
  return [
    `${video.name} (${shapeOf(video)}), preset ${preset}, ${concurrent} at once`,
    `Mediakeep ${report.mediakeep.version} at ${report.mediakeep.url}: workers ${workers.count}, slots ${workers.slots}; here: ${machine.cores} cores`,
    '',
    ...counted(report),
    '',
    latencyTable(report, dim),
    ...failed(report),
    '',
    ...compared(report),
  ]
}

function shapeOf({ facts }: VideoFacts): string {
  if (!facts) return 'never taken'
  const { width, height, duration_seconds: durationS, size_bytes: sizeBytes } = facts
  const picture = width === null ? 'sound' : `${width}x${height}`
  return `${picture}, ${durationS.toFixed(1)} s, ${prettyBytes(sizeBytes)}`
}

function counted(report: PipelineReport): string[] {
  const { jobs, success_rate: rate, throughput_jobs_per_minute: throughput } = report
  const told = rate === null ? 'none ended' : `${Number((rate * 100).toFixed(1))} %`
  const unfinished = jobs.unfinished > 0 ? `, unfinished ${jobs.unfinished}` : ''
  return [
    `Jobs          ${jobs.asked}: completed ${jobs.completed}, failed ${jobs.failed}${unfinished}`,
    `Success rate  ${told}`,
    `Throughput    ${throughput.toFixed(2)} jobs/min over ${report.wall_seconds.toFixed(1)} s`,
  ]
}

function latencyTable({ latency_seconds: latencies }: PipelineReport, dim: (t: string) => string) {
  const cells = (one: Latency | null) =>
    [one?.min, one?.mean, one?.p50, one?.p95, one?.max].map((value) => value?.toFixed(3) ?? '-')
  const rows = LATENCIES.map(([key, title]) => [title, ...cells(latencies[key])])
  return makeTable(['Latency, s', 'min', 'mean', 'p50', 'p95', 'max'], rows, dim)
}

function failed({ failures }: PipelineReport): string[] {
  if (failures.length === 0) return []
  return ['', ...failures.map(({ code, jobs, message }) => `Failed ${jobs} of ${code}: ${message}`)]
}

function compared({ plain_ffmpeg: plain, not_compared: reason }: PipelineReport): string[] {
  if (!plain) return [`Not compared with plain ffmpeg${reason ? `: ${reason}` : ''}`]
  const turns = plain.turns.map(({ ratio }) => ratio.toFixed(2)).join(', ')
  return [
    `Plain ffmpeg  ${plain.throughput_jobs_per_minute.toFixed(2)} runs/min of the same command by hand, ${plain.at_once} at once`,
    `Ratio         ${plain.ratio.toFixed(2)} of its throughput (in turns: ${turns})`,
  ]
}
