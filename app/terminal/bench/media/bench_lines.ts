import type { BenchReport } from '#app/terminal/bench/media/media_bench'

/** The report as lines of text for people. */
export function benchLines({ ladder, job }: BenchReport): string[] {
  const { onePass, processPerFile } = ladder
  return [
    'Ladder of four rungs with poster and storyboard, in one pass : one process per output',
    `  CPU     ${pair(seconds, onePass.cpuS, processPerFile.cpuS)}   ratio ${ladder.cpuRatio.toFixed(2)}`,
    `  wall    ${pair(seconds, onePass.wallS, processPerFile.wallS)}   ratio ${ladder.wallRatio.toFixed(2)}`,
    `  memory  ${pair(mebibytes, onePass.peakMemoryBytes, processPerFile.peakMemoryBytes)}   ratio ${ladder.memoryRatio.toFixed(2)}`,
    ...Object.entries(ladder.ssim).map(
      ([name, of]) => `  SSIM    ${pair(four, of.onePass, of.processPerFile)}   ${name}`
    ),
    'Whole job (preset medium) : the bare ffmpeg command that it runs',
    `  ${seconds(job.probeS)} probe + ${seconds(job.encodeS)} encode + ${seconds(job.verifyS)} verify : ${seconds(job.bareS)}`,
    `  ratio ${job.ratio.toFixed(2)}, without verification ${job.ratioUnverified.toFixed(2)}`,
  ]
}

function pair(words: (value: number) => string, a: number, b: number): string {
  return `${words(a)} : ${words(b)}`
}

function seconds(value: number): string {
  return `${value.toFixed(2)} s`
}

function mebibytes(value: number): string {
  return `${Math.round(value / 1024 ** 2)} MiB`
}

function four(value: number): string {
  return value.toFixed(4)
}
