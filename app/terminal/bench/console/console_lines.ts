import type { PageCost } from '#app/terminal/bench/console/console_bench'

/** The report as lines of text for people. */
export function consoleLines(costs: PageCost[], { few, many }: { few: number; many: number }) {
  const head = `Pages with ${many.toLocaleString('en')} videos : with ${few.toLocaleString('en')}, over HTTP with a session`
  const worst = Math.max(...costs.map(({ p50Ratio }) => p50Ratio))
  return [
    head,
    ...costs.map(({ page, small, large, p50Ratio, p95Ratio }) => {
      const p50 = `p50 ${ms(large.p50Ms)} : ${ms(small.p50Ms)}  ratio ${p50Ratio.toFixed(2)}`
      return `  ${page.padEnd(20)} ${p50}   p95 ${ms(large.p95Ms)} : ${ms(small.p95Ms)}  ratio ${p95Ratio.toFixed(2)}`
    }),
    `The slowest is ${worst.toFixed(2)} times its like`,
  ]
}

function ms(value: number): string {
  return `${value.toFixed(1).padStart(6)} ms`
}
