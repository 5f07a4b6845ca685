import { audioStreams, videoStreams } from './choose_streams.js'
import type { FfprobeReport } from './ffprobe_report.js'

/** Containers that ffmpeg's demuxers mark AVFMT_TS_DISCONT: recordings cut together, streams that began anew. */
const MAY_JUMP = ['mpegts', 'mpeg', 'flv', 'ogg', 'wtv']
/** ffmpeg's `-dts_delta_threshold`. */
const LONGEST_STEP_S = 10
/** Jitter that ffmpeg bears. */
const LONGEST_STEP_BACK_S = 0.1

export interface TimedPacket {
  index: number
  ptsS: number | null
  dtsS: number | null
  durationS: number
}

/**
 * Where timestamps jump, ffmpeg goes on from where it was. This does the same to packets in the order of the file,
 * so that what is measured is what an encode makes (`ts_discontinuity_process` in ffmpeg).
 */
export class ContinuousClock {
  private offsetS = 0
  /** Of sound and pictures alone: other streams follow. */
  private readonly expected = new Map<number, { lastS: number; nextS: number }>()

  constructor(private readonly leading: ReadonlySet<number>) {}

  follow<Packet extends TimedPacket>(packet: Packet): Packet {
    if (packet.dtsS !== null && this.leading.has(packet.index)) {
      this.offsetS -= this.jumpTo(packet.index, packet.dtsS + this.offsetS)
    }
    const ptsS = packet.ptsS === null ? null : packet.ptsS + this.offsetS
    const dtsS = packet.dtsS === null ? null : packet.dtsS + this.offsetS
    this.note({ ...packet, dtsS })
    return { ...packet, ptsS, dtsS }
  }

  /** Seconds by which this packet stands elsewhere than expected; 0 where that is bearable. */
  private jumpTo(index: number, dtsS: number): number {
    const expected = this.expected.get(index)
    if (!expected) return 0
    const stepS = dtsS - expected.nextS
    const isJump = Math.abs(stepS) > LONGEST_STEP_S || dtsS + LONGEST_STEP_BACK_S < expected.lastS
    return isJump ? stepS : 0
  }

  private note({ index, dtsS, durationS }: TimedPacket): void {
    const before = this.expected.get(index)
    const lastS = dtsS ?? before?.nextS
    if (lastS === undefined) return
    const stepS = durationS || Math.max(0, lastS - (before?.lastS ?? lastS))
    this.expected.set(index, { lastS, nextS: lastS + stepS })
  }
}

/** Null for a container whose timestamps do not jump. */
export function clockFor(report: FfprobeReport): ContinuousClock | null {
  const names = report.format?.format_name?.split(',') ?? []
  if (!names.some((name) => MAY_JUMP.includes(name))) return null
  const leading = [...videoStreams(report), ...audioStreams(report)]
  return new ContinuousClock(new Set(leading.map(({ index }) => index)))
}
