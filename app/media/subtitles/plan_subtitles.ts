import type { MediaInfo, SubtitleTrack } from '../probe/media_info.js'
import type { PlannedTrim } from '../plan/plan_trim.js'
import type { Recipe } from '../recipe/recipe.js'
import { languageTag, trackLabels } from './track_labels.js'

/** How players name and choose a track. */
export interface SubtitleLabel {
  /** BCP 47, such as `de`; null when not stated. */
  language: string | null
  /** In words, each of them once. */
  label: string
  /** Shown without being asked for; one of them at most. */
  isDefault: boolean
  /** Only what is spoken or written in another language. */
  isForced: boolean
  /** Also tells what is heard. */
  isHearingImpaired: boolean
}

export interface PlannedSubtitleTrack extends SubtitleLabel {
  /** Of the stream in the source. */
  index: number
  fileName: string
}

export interface LeftOutTrack {
  index: number
  label: string
  /** In words. */
  reason: string
}

/** The source's words, as WebVTT beside the renditions. */
export interface PlannedSubtitles {
  /** Of the published rendition. */
  name: string
  tracks: PlannedSubtitleTrack[]
  leftOut: LeftOutTrack[]
  /** The part of the source that is taken, on ffmpeg's clock; cues are moved and cut to it. */
  startS: number
  durationS: number
}

/** More than any player's menu holds. */
export const MOST_TRACKS = 50

/** Codecs that are words but that ffmpeg cannot read as such. */
const UNREADABLE: Record<string, string> = { ttml: 'ffmpeg cannot read TTML' }
const PICTURES: Record<string, string> = {
  hdmv_pgs_subtitle: 'PGS',
  dvd_subtitle: 'DVD',
  dvb_subtitle: 'DVB',
  dvb_teletext: 'teletext',
  xsub: 'XSUB',
}

/**
 * Which tracks become WebVTT under which names, and why others do not. Null where none is wanted or there are none.
 * Subtitles of a part are named after what was made of that part: those of the whole stay as they are. Pure.
 */
export function planSubtitles(
  info: Pick<MediaInfo, 'subtitleTracks' | 'spans' | 'durationS'>,
  recipe: Pick<Recipe, 'subtitles' | 'renditions'>,
  trim: PlannedTrim | null
): PlannedSubtitles | null {
  const found = info.subtitleTracks ?? []
  if (!recipe.subtitles || found.length === 0) return null
  const part = trim ?? { startS: 0, durationS: info.durationS }
  return {
    name: trim ? `${recipe.renditions[0]?.name ?? 'part'}_subtitles` : 'subtitles',
    ...sorted(found, info.spans),
    ...{ startS: part.startS, durationS: part.durationS },
  }
}

function sorted(
  found: SubtitleTrack[],
  spans: MediaInfo['spans']
): Pick<PlannedSubtitles, 'tracks' | 'leftOut'> {
  const labels = trackLabels(found)
  const reasons = refusals(found, spans)
  const chosenDefault = found.findIndex((track, at) => track.isDefault && reasons[at] === null)
  const tracks = found.flatMap((track, at) =>
    reasons[at] === null ? [planTrack(track, labels[at], at === chosenDefault)] : []
  )
  const leftOut = found.flatMap(({ index }, at) => {
    const reason = reasons[at]
    return reason === null ? [] : [{ index, label: labels[at], reason }]
  })
  return { tracks: tracks.map(named), leftOut }
}

function planTrack(track: SubtitleTrack, label: string, isDefault: boolean) {
  const { index, isForced } = track
  const isHearingImpaired = track.isHearingImpaired ?? false
  const language = languageTag(track.language)
  return { index, language, label, isDefault, isForced, isHearingImpaired }
}

function named(track: Omit<PlannedSubtitleTrack, 'fileName'>, at: number): PlannedSubtitleTrack {
  const language = track.language ? `.${track.language}` : ''
  return { ...track, fileName: `subtitles-${at + 1}${language}.vtt` }
}

/** Of each track the reason why it is left out, or null. */
function refusals(tracks: SubtitleTrack[], spans: MediaInfo['spans']): (string | null)[] {
  let taken = 0
  return tracks.map((track) => {
    const reason = refusalOf(track, spans)
    if (reason !== null) return reason
    return ++taken > MOST_TRACKS ? `only the first ${MOST_TRACKS} tracks are taken` : null
  })
}

function refusalOf({ index, codec, isText }: SubtitleTrack, spans: MediaInfo['spans']) {
  if (UNREADABLE[codec]) return UNREADABLE[codec]
  if (!isText) return `pictures of words, not words (${PICTURES[codec] ?? codec})`
  const isEmpty = spans.length > 0 && !spans.some((span) => span.index === index)
  return isEmpty ? 'the track is empty' : null
}
