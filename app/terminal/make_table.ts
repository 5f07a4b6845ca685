import Table from 'cli-table3'

const EDGES = ['top', 'bottom', 'left', 'right', 'mid'] as const
const CORNERS = ['', '-mid', '-left', '-right'] as const
const NO_LINES = Object.fromEntries(
  EDGES.flatMap((edge) => CORNERS.map((corner) => [`${edge}${corner}`, '']))
)

/** A quiet table: a dim head, columns apart by space, no lines. */
export function makeTable(head: string[], rows: string[][], dim: (text: string) => string): string {
  const table = new Table({
    head: head.map((title) => dim(title)),
    chars: { ...NO_LINES, middle: '  ' },
    style: { 'head': [], 'border': [], 'padding-left': 0, 'padding-right': 0 },
  })
  table.push(...rows)
  return table.toString()
}
