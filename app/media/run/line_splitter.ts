/** Longest line that is kept whole; hostile metadata must not fill the memory. */
const LONGEST_LINE = 64 * 1024

/** Cuts a byte stream into lines. */
export class LineSplitter {
  private rest = ''

  constructor(private readonly onLine: (line: string) => void) {}

  add(chunk: Buffer): void {
    const lines = (this.rest + chunk.toString('utf8')).split('\n')
    this.rest = (lines.pop() ?? '').slice(0, LONGEST_LINE)
    for (const line of lines) this.onLine(line.trimEnd())
  }
}
