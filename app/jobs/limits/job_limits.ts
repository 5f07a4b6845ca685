import type { PresetLimits } from '#presets/preset_limits'

/** What one attempt at a job may take, and how often the job may fail. */
export interface JobLimits {
  /** A job that failed so often is a dead letter; lost workers count apart. */
  maxFailures: number
  /** After so long people are told, and no further encode is begun. */
  softTimeS: number
  /** After so long everything that the attempt runs is killed. */
  hardTimeS: number
  /** Longest time in which one ffmpeg writes nothing. */
  noProgressS: number
  /** Resident memory of one ffmpeg with its children. */
  memoryBytes: number
  /** Whether a plan that is known to need more memory gets it: not where the preset says how much there is. */
  canRaiseMemory: boolean
  /** All files that one attempt makes, together. */
  outputBytes: number
}

const MIB = 1024 * 1024

/** The settings' limits, with those of the preset in their place. A soft limit is never after the hard one. */
export function effectiveLimits(settings: JobLimits, own: PresetLimits = {}): JobLimits {
  const { memoryMib, outputMib, ...others } = own
  const limits = {
    ...settings,
    ...others,
    ...(memoryMib !== undefined && { memoryBytes: memoryMib * MIB, canRaiseMemory: false }),
    ...(outputMib !== undefined && { outputBytes: outputMib * MIB }),
  }
  return { ...limits, softTimeS: Math.min(limits.softTimeS, limits.hardTimeS) }
}
