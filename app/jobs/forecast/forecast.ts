/** How long something takes: its mean, and the square of its standard deviation. */
export interface Expected {
  meanS: number
  varianceS2: number
}

/** Seconds from now. */
export interface EtaRange {
  fromS: number
  toS: number
}

export interface RunningWork {
  /** By experience; null where there is none. */
  expected: Expected | null
  /** Worked until now. */
  elapsedS: number
  /** 0..1 of the whole job. */
  progress: number
}

export interface WaitingWork {
  own: Expected | null
  /** Sum of all that comes before, what runs included; null where part of it is unknown. */
  ahead: Expected | null
  /** Jobs at the same time; 0: nobody works. */
  slots: number
  /** Seconds until it is due. */
  dueInS: number
}

/** Four of five end within so many standard deviations. */
const Z = 1.28
/** No machine is steadier than that: a range is never narrower, as a part of the mean. */
const LEAST_SPREAD = 0.1
/** Before that part is done the progress tells nothing of the rest. */
const TELLING = 0.05
/** What progress promises is off by this part of what is left. */
const PROGRESS_ERROR = 0.2

/** Pure. @returns null where nothing is known */
export function etaOfRunning(work: RunningWork): EtaRange | null {
  const left = leftOf(work)
  return left && rangeOf(left)
}

/** What is left of a job that runs: by experience at first, by its own pace the more of it is done. Pure. */
export function leftOf({ expected, elapsedS, progress }: RunningWork): Expected | null {
  const byPace = progress > TELLING ? (elapsedS / progress) * (1 - progress) : null
  if (!expected) return byPace === null ? null : ofPace(byPace)
  const byExperience = Math.max(0, expected.meanS - elapsedS)
  if (byPace === null) return { meanS: byExperience, varianceS2: expected.varianceS2 }
  const doubt = 1 - progress
  return {
    meanS: progress * byPace + doubt * byExperience,
    varianceS2: (PROGRESS_ERROR * byPace * progress) ** 2 + doubt ** 2 * expected.varianceS2,
  }
}

function ofPace(meanS: number): Expected {
  return { meanS, varianceS2: (2 * PROGRESS_ERROR * meanS) ** 2 }
}

/** When a job that waits is done. Pure. @returns null where nothing is known or nobody works */
export function etaOfWaiting({ own, ahead, slots, dueInS }: WaitingWork): EtaRange | null {
  if (!own || !ahead || slots < 1) return null
  const queue = rangeOf(inParallel(ahead, slots)!)
  const itself = rangeOf(own)
  const starts = (atS: number) => Math.max(atS, dueInS)
  return { fromS: starts(queue.fromS) + itself.fromS, toS: starts(queue.toS) + itself.toS }
}

/** Shared among so many. Pure. @returns null where nobody works */
export function inParallel({ meanS, varianceS2 }: Expected, slots: number): Expected | null {
  return slots < 1 ? null : { meanS: meanS / slots, varianceS2: varianceS2 / slots ** 2 }
}

export function rangeOf({ meanS, varianceS2 }: Expected): EtaRange {
  const spread = Math.max(Z * Math.sqrt(varianceS2), LEAST_SPREAD * meanS)
  return { fromS: Math.max(0, meanS - spread), toS: meanS + spread }
}

/** One after the other. Pure. @returns null where one of them is unknown */
export function sumOf(parts: (Expected | null)[]): Expected | null {
  let sum: Expected = { meanS: 0, varianceS2: 0 }
  for (const part of parts) {
    if (!part) return null
    sum = { meanS: sum.meanS + part.meanS, varianceS2: sum.varianceS2 + part.varianceS2 }
  }
  return sum
}
