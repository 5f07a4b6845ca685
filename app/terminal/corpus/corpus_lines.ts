import { printable } from '#app/terminal/printable'
import type { CorpusResult } from '#app/terminal/corpus/corpus_run'

const WIDEST_NAME = 64
const EXPECTED_WIDTH = 22
const GOT_WIDTH = 31
const LONGEST_WHY = 160

/** Lines of a table that grows while the files are tried: columns as wide as the longest name needs. */
export class CorpusLines {
  readonly #nameWidth: number

  constructor(names: string[]) {
    this.#nameWidth = Math.min(WIDEST_NAME, Math.max(4, ...names.map((name) => name.length)))
  }

  head(): string {
    return this.#line('', ['File', 'Expected', 'Got', 'Seconds', 'Why'])
  }

  row(result: CorpusResult): string {
    const { name, seconds, why } = result
    const mark = result.isAsExpected ? '✓' : '✗'
    const cells = [name, wanted(result), got(result), seconds.toFixed(1), why]
    return this.#line(mark, cells.map(printable) as Cells)
  }

  #line(mark: string, [name, expected, found, seconds, why]: Cells): string {
    return [
      mark.padEnd(1),
      shorten(name, this.#nameWidth).padEnd(this.#nameWidth),
      expected.padEnd(EXPECTED_WIDTH),
      found.padEnd(GOT_WIDTH),
      seconds.padStart(7),
      why.slice(0, LONGEST_WHY),
    ].join('  ')
  }
}

type Cells = [name: string, expected: string, got: string, seconds: string, why: string]

/** `187 as expected, 0 not`. */
export function countLine(results: { isAsExpected: boolean }[]): string {
  const expected = results.filter((result) => result.isAsExpected).length
  return `${expected} as expected, ${results.length - expected} not`
}

function wanted({ expected, rejectCodes }: CorpusResult): string {
  return rejectCodes.length > 0 ? rejectCodes.join(' ') : (expected ?? '-')
}

function got({ kind, code, warnings }: CorpusResult): string {
  if (kind === 'made') return warnings.length > 0 ? 'ok_with_warning' : 'ok'
  return kind === 'rejected' ? code! : `failed ${code}`
}

/** The end of a path says more than its beginning. */
function shorten(text: string, width: number): string {
  return text.length <= width ? text : `…${text.slice(text.length - width + 1)}`
}
