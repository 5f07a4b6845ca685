import { median } from '#app/terminal/bench/median'
import type { BatchRun, TabsCost } from '#app/terminal/bench/console/tabs_bench'

/** The report as lines of text for people. */
export function tabsLines({ tabs, jobs, ratio, load, ...runs }: TabsCost): string[] {
  const [before, after] = load.map((value) => value.toFixed(1))
  return [
    `${jobs} encodes in a worker with ${tabs} open tabs : with none; medians of ${runs.with.length} pairs in turns`,
    `  time of the batch    ${pair(runs, 'ms', (ms) => `${(ms / 1000).toFixed(2)} s`)}  ratio ${ratio.toFixed(2)}`,
    `  CPU of the console   ${pair(runs, 'webCpuS', seconds)}`,
    `  CPU of the tabs      ${pair(runs, 'tabsCpuS', seconds)}, which people have on machines of their own`,
    `  the tabs heard ${median(runs.with.map((run) => run.notices))} notices and asked for ${median(runs.with.map((run) => run.pages))} pages in a batch`,
    `Load of the machine ${before} before, ${after} after`,
  ]
}

function pair(
  runs: Pick<TabsCost, 'with' | 'without'>,
  what: keyof BatchRun,
  words: (value: number) => string
): string {
  const of = (some: BatchRun[]) => words(median(some.map((run) => run[what])))
  return `${of(runs.with)} : ${of(runs.without)}`
}

function seconds(value: number): string {
  return `${value.toFixed(2)} s`
}
