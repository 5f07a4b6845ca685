import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { programPath } from '#embedded/machine/ensure_programs'
import { runProgram } from '#embedded/machine/run_program'
import { MONITORING } from '#tests/helpers/prometheus'

/** An expression that operators get, and where it stands. */
export interface Expression {
  from: string
  expr: string
}

interface Panel {
  title: string
  targets?: { expr: string }[]
}

export async function dashboardExpressions(): Promise<Expression[]> {
  const text = await readFile(join(MONITORING, 'grafana/dashboards/mediakeep.json'), 'utf8')
  const { panels } = JSON.parse(text) as { panels: Panel[] }
  return panels.flatMap(({ title, targets = [] }) =>
    targets.map(({ expr }) => ({ from: title, expr: expr.replaceAll('$__rate_interval', '1m') }))
  )
}

/** Selectors of an expression, such as `up{job="x"}`, without their ranges. */
export function selectorsOf(expr: string): string[] {
  const plain = expr.replace(/\[[^\]]*\]|\boffset \w+/g, ' ').replace(/\b(by|on) \([^)]*\)/g, ' ')
  const found = plain.matchAll(/\b[a-z_]\w*(\{[^}]*\})?(?![\w(])(?!\s*\()/g)
  return [...found].map(([whole]) => whole).filter((one) => !OPERATORS.has(one))
}

const OPERATORS = new Set(['and', 'or', 'unless'])

/** Names of labels by which an expression gathers. */
export function labelsOf(expr: string): string[] {
  const found = expr.matchAll(/\b(?:by|on) \(([^)]*)\)/g)
  return [...found].flatMap(([, names]) => names.split(',').map((name) => name.trim()))
}

/** @param input what it reads from its standard input */
export function promtool(args: string[], input?: string) {
  const program = programPath('promtool', process.env as Record<string, string>)!
  return runProgram([program, ...args], { cwd: MONITORING, input })
}
