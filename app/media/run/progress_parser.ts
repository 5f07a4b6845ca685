import { LineSplitter } from './line_splitter.js'

/** One block of `-progress`. */
export interface ProgressBlock {
  /** Seconds of the result written so far, 0 before the first packet. */
  outTimeS: number
  frame: number
  sizeBytes: number
  /** Times real time; null while unknown. */
  speed: number | null
  fps: number | null
  isEnd: boolean
}

/** Reads what ffmpeg writes by `-progress pipe:1`: `key=value` lines, a block ends with `progress=`. */
export class ProgressParser {
  private fields = new Map<string, string>()
  private readonly lines = new LineSplitter((line) => this.addLine(line))

  constructor(private readonly onBlock: (block: ProgressBlock) => void) {}

  add(chunk: Buffer): void {
    this.lines.add(chunk)
  }

  private addLine(line: string): void {
    const at = line.indexOf('=')
    if (at < 0) return
    const [key, value] = [line.slice(0, at).trim(), line.slice(at + 1).trim()]
    this.fields.set(key, value)
    if (key !== 'progress') return

    this.onBlock(this.block(value === 'end'))
    this.fields = new Map()
  }

  private block(isEnd: boolean): ProgressBlock {
    return {
      outTimeS: Math.max(0, (this.number('out_time_us') ?? 0) / 1_000_000),
      frame: this.number('frame') ?? 0,
      sizeBytes: this.number('total_size') ?? 0,
      speed: this.number('speed'),
      fps: this.number('fps'),
      isEnd,
    }
  }

  /** `N/A` is null, `1.5x` is 1.5. */
  private number(key: string): number | null {
    const value = Number.parseFloat(this.fields.get(key) ?? '')
    return Number.isFinite(value) ? value : null
  }
}
