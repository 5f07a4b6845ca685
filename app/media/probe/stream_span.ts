/** One stream of a file as its packets tell it; never from container durations. Seconds. */
export interface StreamSpan {
  index: number
  /** First and last moment shown; both 0 based on the file's own clock (may start above 0). */
  startS: number
  endS: number
  durationS: number
  packets: number
  /** Those that can be decoded without others; left out in what was measured before they were counted. */
  keyPackets?: number
  bytes: number
  /** Packets that an edit list hides. */
  hiddenPackets: number
  /** Packets that show at a moment that another one has already. */
  repeatedPts: number
  /** Packets whose decoding time is not after that of the one before. */
  fallingDts: number
  /** Packets without any timestamp. */
  untimedPackets: number
  /** Median and longest step between neighbours, and how long the last one stays. */
  medianStepS: number
  /** Mean of the steps near the median: exact where a coarse clock makes single steps jitter. */
  evenStepS: number
  longestStepS: number
  lastStepS: number
  /** Part of the steps that differ from the median by more than a fifth and 2 ms, 0..1. */
  unevenSteps: number
}

interface PacketTimes {
  ptsS: number | null
  dtsS: number | null
  durationS: number
  sizeBytes: number
  isHidden: boolean
  isKey: boolean
}

/** Longest that a last picture is believed to stay; fragmented files claim hours. */
const LONGEST_LAST_STEP_S = 30

/** Gathers the packets of one stream. Memory: 8 bytes a packet. */
export class SpanBuilder {
  private times: number[] = []
  private steps: { ptsS: number; durationS: number } = { ptsS: -Infinity, durationS: 0 }
  private untimedDurationS = 0
  private lastDtsS = -Infinity
  private readonly counts = { packets: 0, keys: 0, bytes: 0, hidden: 0, untimed: 0, fallingDts: 0 }

  constructor(private readonly index: number) {}

  add(packet: PacketTimes): void {
    this.countDts(packet.dtsS)
    this.counts.bytes += packet.sizeBytes
    if (packet.isHidden) {
      this.counts.hidden++
      return
    }
    this.counts.packets++
    if (packet.isKey) this.counts.keys++
    this.addTime(packet.ptsS ?? packet.dtsS, packet.durationS)
  }

  build(): StreamSpan {
    const times = Float64Array.from(this.times).sort()
    const steps = stepsOf(times)
    const lastStepS = this.lastStep(steps.medianStepS)
    const startS = times.length > 0 ? times[0] : 0
    const endS = times.length > 0 ? times[times.length - 1] + lastStepS : this.untimedDurationS
    return {
      index: this.index,
      ...{ startS, endS, durationS: endS - startS },
      ...{ packets: this.counts.packets, keyPackets: this.counts.keys, bytes: this.counts.bytes },
      hiddenPackets: this.counts.hidden,
      untimedPackets: this.counts.untimed,
      fallingDts: this.counts.fallingDts,
      lastStepS,
      ...steps,
    }
  }

  private addTime(ptsS: number | null, durationS: number): void {
    this.untimedDurationS += durationS
    if (ptsS === null) {
      this.counts.untimed++
      return
    }
    this.times.push(ptsS)
    if (ptsS >= this.steps.ptsS) this.steps = { ptsS, durationS }
  }

  private countDts(dtsS: number | null): void {
    if (dtsS === null) return
    if (dtsS <= this.lastDtsS) this.counts.fallingDts++
    this.lastDtsS = dtsS
  }

  private lastStep(medianStepS: number): number {
    const { durationS } = this.steps
    const isBelievable = durationS > 0 && durationS <= LONGEST_LAST_STEP_S
    return isBelievable ? durationS : medianStepS
  }
}

type Steps = Pick<
  StreamSpan,
  'medianStepS' | 'evenStepS' | 'longestStepS' | 'unevenSteps' | 'repeatedPts'
>

function stepsOf(times: Float64Array): Steps {
  const steps = new Float64Array(Math.max(0, times.length - 1))
  for (let i = 0; i < steps.length; i++) steps[i] = times[i + 1] - times[i]
  const sorted = steps.slice().sort()
  const medianStepS = sorted.length > 0 ? sorted[sorted.length >> 1] : 0
  const tolerance = Math.max(0.002, medianStepS / 5)
  const even = steps.filter((step) => Math.abs(step - medianStepS) <= tolerance)
  return {
    medianStepS,
    evenStepS: even.reduce((sum, step) => sum + step, 0) / Math.max(1, even.length),
    longestStepS: sorted.length > 0 ? sorted[sorted.length - 1] : 0,
    unevenSteps: steps.length > 0 ? 1 - even.length / steps.length : 0,
    repeatedPts: steps.filter((step) => step <= 0).length,
  }
}
