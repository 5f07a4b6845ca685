import type { EncodeLimits } from './encode_limits.js'
import type { MediaFailureCode } from '../errors.js'
import { signalGroup } from './launch.js'
import { usageOfTree, type ProcessUsage } from './process_usage.js'
import type { ProgressBlock } from './progress_parser.js'

export type StopCode = Extract<
  MediaFailureCode,
  'OUT_OF_MEMORY_LIMIT' | 'TIME_LIMIT' | 'NO_PROGRESS' | 'ABORTED'
>

export interface Stop {
  code: StopCode
  detail: string
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
  private readonly startedAt = performance.now()
  private aliveAt = performance.now()
  private aliveAtBytes = 0
  private lastMoved = ''
  private hasWarned = false
  private killTimer: NodeJS.Timeout | null = null
  private readonly lookTimer: NodeJS.Timeout
  private isLooking = false

  constructor(
    private readonly pid: number,
    private readonly limits: EncodeLimits,
    private readonly onWarning?: (text: string) => void
  ) {
    this.lookTimer = setInterval(() => void this.look(), LOOK_EVERY_MS)
  }

  get elapsedMs(): number {
    return performance.now() - this.startedAt
  }

  noteProgress(block: ProgressBlock): void {
    const moved = `${block.frame} ${block.outTimeS} ${block.sizeBytes}`
    if (moved !== this.lastMoved) this.aliveAt = performance.now()
    this.lastMoved = moved
    void this.look() // the last word comes just before the end: what was used is known best then
  }

  /** Asks first where there is time to ask, then kills. The first reason stays. */
  end(stop: Stop, isUrgent = false): void {
    if (this.stop) return
    this.stop = stop
    signalGroup(this.pid, isUrgent ? 'SIGKILL' : 'SIGTERM')
    this.killTimer = setTimeout(() => signalGroup(this.pid, 'SIGKILL'), this.limits.killGraceMs)
  }

  dispose(): void {
    clearInterval(this.lookTimer)
    if (this.killTimer) clearTimeout(this.killTimer)
  }

  private async look(): Promise<void> {
    if (this.isLooking) return
    this.isLooking = true
    const usage = await usageOfTree(this.pid).finally(() => (this.isLooking = false))
    this.noteUsage(usage)
    this.holdToMemory(usage)
    this.holdToTime()
  }

  private noteUsage(usage: ProcessUsage): void {
    this.cpuS = Math.max(this.cpuS, usage.cpuS)
    this.peakMemoryBytes = Math.max(this.peakMemoryBytes, usage.memoryBytes)
    if (usage.writtenBytes - this.aliveAtBytes < ALIVE_BYTES) return
    this.aliveAtBytes = usage.writtenBytes
    this.aliveAt = performance.now()
  }

  private holdToMemory({ memoryBytes }: ProcessUsage): void {
    if (memoryBytes <= this.limits.memoryBytes) return
    const detail = `${Math.round(memoryBytes / MIB)} MiB, allowed are ${Math.round(this.limits.memoryBytes / MIB)} MiB`
    this.end({ code: 'OUT_OF_MEMORY_LIMIT', detail }, true)
  }

  private holdToTime(): void {
    const silentMs = performance.now() - this.aliveAt
    if (this.elapsedMs > this.limits.hardTimeMs) {
      this.end({ code: 'TIME_LIMIT', detail: `allowed are ${this.limits.hardTimeMs / 1000} s` })
    } else if (silentMs > this.limits.noProgressMs) {
      const detail = `nothing new for ${Math.round(silentMs / 1000)} s`
      this.end({ code: 'NO_PROGRESS', detail })
    } else if (this.elapsedMs > this.limits.softTimeMs) {
      this.warnOnce()
    }
  }

  private warnOnce(): void {
    if (this.hasWarned) return
    this.hasWarned = true
    this.onWarning?.(`Still running after ${Math.round(this.elapsedMs / 1000)} s.`)
  }
}
