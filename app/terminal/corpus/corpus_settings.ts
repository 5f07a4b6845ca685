import { DEFAULT_PRESETS } from '#presets/default_presets'
import { requireOneOf } from '#app/terminal/one_of'
import type { TrialSettings } from '#app/terminal/corpus/corpus_trial'

const MIB = 1024 * 1024
const PROBE_LIMITS = {
  maxDurationS: 3600,
  maxPixels: 8192 * 8192,
  maxStreams: 64,
  timeoutMs: 30_000,
}

/**
 * The engine as it comes: the seeded recipe of that name and the limits of a fresh installation. No database.
 *
 * @throws WrongUsage for a preset that is not seeded
 */
export function corpusSettings(preset: string, timeLimitMs: number): TrialSettings {
  const names = DEFAULT_PRESETS.map(({ name }) => name)
  requireOneOf('--preset', preset, names)
  return {
    binaries: {
      ffmpeg: process.env.FFMPEG_BINARY || 'ffmpeg',
      ffprobe: process.env.FFPROBE_BINARY || 'ffprobe',
    },
    recipe: DEFAULT_PRESETS.find(({ name }) => name === preset)!.recipe,
    probeLimits: PROBE_LIMITS,
    encodeLimits: {
      softTimeMs: timeLimitMs,
      hardTimeMs: timeLimitMs,
      noProgressMs: 60_000,
      memoryBytes: 512 * MIB,
      killGraceMs: 5_000,
    },
  }
}
