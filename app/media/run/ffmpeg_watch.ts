import type { EncodeLimits } from './encode_limits.js'
import type { MediaFailureCode } from '../errors.js'
import { signalGroup } from './launched_process.js'
import { usageOfTree, type ProcessUsage } from './process_usage.js'
import type { ProgressBlock } from './progress_parser.js'
import { workClock } from './running_programs.js'

export type StopCode = Extract<
  MediaFailureCode,
  'OUT_OF_MEMORY_LIMIT' | 'OUTPUT_TOO_LARGE' | 'TIME_LIMIT' | 'NO_PROGRESS' | 'ABORTED'
>

export interface Stop {
  code: StopCode
  detail: string
}

export interface WatchOptions {
  limits: EncodeLimits
  /** Bytes that it has written by now; needed for the limit of the output alone. */
  measureOutput?: () => Promise<number>
  onWarning?: (text: string) => void
  /** Five times a second: what the tree uses now, and how long it has worked. */
  onUsage?: (usage: ProcessUsage & { elapsedMs: number }) => void
}

const LOOK_EVERY_MS = 200
/** Bytes written that count as being alive although no picture comes out: the index is being moved to the front. */
const ALIVE_BYTES = 1024 * 1024
const MIB = 1024 * 1024

/** Holds one running ffmpeg to its limits: looks five times a second, and ends the group when one is passed. */
export class FfmpegWatch {
  stop: Stop | null = null
  peakMemoryBytes = 0
  cpuS = 0
  /** Stands still while the work is paused. */
  private readonly clock = workClock()
  private readonly startedAt = this.clock()
  private aliveAt = this.startedAt
  private aliveAtBytes = 0
  private lastMoved = ''
  private hasWarned = false
  private killTimer: NodeJS.Timeout | null = null
  private readonly lookTimer: NodeJS.Timeout
  private isLooking = false

  constructor(
    private readonly pid: number,
    private readonly options: WatchOptions
  ) {
    this.lookTimer = setInterval(() => void this.look(), LOOK_EVERY_MS)
  }

  get elapsedMs(): number {
    return this.clock() - this.startedAt
  }

  noteProgress(block: ProgressBlock): void {
    const moved = `${block.frame} ${block.outTimeS} ${block.sizeBytes}`
    if (moved !== this.lastMoved) this.aliveAt = this.clock()
    this.lastMoved = moved
    void this.look() // the last word comes just before the end: what was used is known best then
  }

  /** Asks first where there is time to ask, then kills. The first reason stays. */
  end(stop: Stop, isUrgent = false): void {
    if (this.stop) return
    this.stop = stop
    signalGroup(this.pid, isUrgent ? 'SIGKILL' : 'SIGTERM')
    this.killTimer = setTimeout(
      () => signalGroup(this.pid, 'SIGKILL'),
      this.options.limits.killGraceMs
    )
  }

  dispose(): void {
    clearInterval(this.lookTimer)
    if (this.killTimer) clearTimeout(this.killTimer)
  }

  private async look(): Promise<void> {
    if (this.isLooking) return
    this.isLooking = true
    try {
      const usage = await usageOfTree(this.pid)
      this.noteUsage(usage)
      this.options.onUsage?.({ ...usage, cpuS: this.cpuS, elapsedMs: this.elapsedMs })
      this.holdToMemory(usage)
      this.holdToTime()
      await this.holdToOutput()
    } finally {
      this.isLooking = false
    }
  }

  /** Also called when it ended by itself: the last bytes may have come since the last look. */
  async holdToOutput(): Promise<void> {
    const { limits, measureOutput } = this.options
    if (limits.outputBytes === undefined || !measureOutput) return
    const bytes = await measureOutput()
    if (bytes <= limits.outputBytes) return
    this.end({ code: 'OUTPUT_TOO_LARGE', detail: sizes(bytes, limits.outputBytes) })
  }

  private noteUsage(usage: ProcessUsage): void {
    this.cpuS = Math.max(this.cpuS, usage.cpuS)
    this.peakMemoryBytes = Math.max(this.peakMemoryBytes, usage.memoryBytes)
    if (usage.writtenBytes - this.aliveAtBytes < ALIVE_BYTES) return
    this.aliveAtBytes = usage.writtenBytes
    this.aliveAt = this.clock()
  }

  private holdToMemory({ memoryBytes }: ProcessUsage): void {
    const { limits } = this.options
    if (memoryBytes <= limits.memoryBytes) return
    const detail = sizes(memoryBytes, limits.memoryBytes)
    this.end({ code: 'OUT_OF_MEMORY_LIMIT', detail }, true)
  }

  private holdToTime(): void {
    const { limits } = this.options
    const silentMs = this.clock() - this.aliveAt
    if (this.elapsedMs > limits.hardTimeMs) {
      this.end({
        code: 'TIME_LIMIT',
        detail: `stopped at ${limits.hardTimeMs / 1000} s`,
      })
    } else if (silentMs > limits.noProgressMs) {
      const detail = `nothing new for ${Math.round(silentMs / 1000)} s, allowed are ${limits.noProgressMs / 1000} s`
      this.end({ code: 'NO_PROGRESS', detail })
    } else if (this.elapsedMs > limits.softTimeMs) {
      this.warnOnce()
    }
  }

  private warnOnce(): void {
    if (this.hasWarned) return
    this.hasWarned = true
    this.options.onWarning?.(`Still running after ${Math.round(this.elapsedMs / 1000)} s.`)
  }
}

function sizes(bytes: number, allowedBytes: number): string {
  return `${Math.round(bytes / MIB)} MiB, allowed are ${Math.round(allowedBytes / MIB)} MiB`
}
