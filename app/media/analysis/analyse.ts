import type { MediaBinaries } from '../run/binaries.js'
import { colourHistogram, type ColourHistogram } from './colour_histogram.js'
import { MediaError } from '../errors.js'
import { measureLoudness, type Loudness } from './loudness.js'
import { hasPictures, type MediaInfo } from '../probe/media_info.js'

/** What a closer look at a video found; plain data, kept with it. */
export interface MediaAnalysis {
  /** Null without pictures too. */
  colours: ColourHistogram | null
  /** Of the track that is played by default; null without sound. */
  loudness: Loudness | null
  /** In words: what could not be found out. */
  warnings: string[]
}

export interface AnalysisOptions {
  binaries: MediaBinaries
  signal?: AbortSignal
}

/**
 * Looks at the colours and listens to the sound. What cannot be found out becomes a warning.
 * @throws MediaError ABORTED only
 */
export async function analyse(
  path: string,
  info: MediaInfo,
  options: AnalysisOptions
): Promise<MediaAnalysis> {
  const warnings: string[] = []
  const attempt = async <T>(what: string, find: Promise<T | null>): Promise<T | null> => {
    try {
      const found = await find
      if (found === null) warnings.push(`${what}: nothing could be decoded.`)
      return found
    } catch (error) {
      warnings.push(`${what}: ${wordsOf(error)}`)
      return null
    }
  }
  const histogram = hasPictures(info) && colourHistogram(path, info, options)
  const colours = histogram ? await attempt('Colours', histogram) : null
  const { audio } = info
  const loudness = audio && (await attempt('Loudness', measureLoudness(path, audio, options)))
  return { colours, loudness, warnings }
}

function wordsOf(error: unknown): string {
  if (error instanceof MediaError && error.code === 'ABORTED') throw error
  return error instanceof Error ? error.message : String(error)
}
