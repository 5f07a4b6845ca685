import type Rendition from '#videos/rendition'
import type Video from '#videos/video'

/** A track of subtitles as the player adds it. */
export interface PlayerTrack {
  address: string
  kind: 'subtitles' | 'captions'
  label: string
  language: string | null
  isDefault: boolean
}

/** A rendition that can be watched, with what goes with it. */
export interface PlayerChoice {
  rendition: Rendition
  address: string
  tracks: PlayerTrack[]
  /** It names its subtitles itself, for players that play it without us. */
  hasOwnTracks: boolean
  /** Of the small pictures of every moment; null without. */
  storyboard: string | null
}

/** What a player plays; pictures and storyboards are looked at. */
const WATCHABLE = new Set(['video', 'audio', 'hls'])
/** Renditions differ from their video by what encoders add. */
const TOLERANCE_S = 0.5
const TOLERANCE = 0.01

/** What can be watched of a video whose renditions are loaded, in their order. */
export function playerChoices(video: Video): PlayerChoice[] {
  const { renditions } = video
  const storyboard = renditions.find(({ kind }) => kind === 'storyboard')
  return renditions
    .filter(({ kind }) => WATCHABLE.has(kind))
    .map((rendition) => ({
      rendition,
      address: addressOf(rendition),
      tracks: tracksOf(rendition, video),
      hasOwnTracks:
        rendition.kind === 'hls' && rendition.files.some(({ name }) => name.endsWith('.vtt')),
      storyboard: storyboard && isWhole(rendition, video) ? mainFileOf(storyboard) : null,
    }))
}

/** Subtitles of a part bear its name; those of the whole fit every rendition of the whole. */
function tracksOf(rendition: Rendition, video: Video): PlayerTrack[] {
  const ofPart = video.renditions.find(({ name }) => name === `${rendition.name}_subtitles`)
  const ofWhole = isWhole(rendition, video) ? named(video, 'subtitles') : undefined
  const words = ofPart ?? ofWhole
  if (words?.kind !== 'subtitles') return []
  return words.files.flatMap(({ name, track }) => {
    if (!track) return []
    const { label, language, isDefault, isHearingImpaired } = track
    const kind = isHearingImpaired ? 'captions' : 'subtitles'
    return [{ address: fileAddress(words, name), kind, label, language, isDefault }]
  })
}

function isWhole({ durationS }: Rendition, video: Video): boolean {
  const tolerance = Math.max(TOLERANCE_S, video.durationS * TOLERANCE)
  return Math.abs(durationS - video.durationS) <= tolerance
}

function named({ renditions }: Video, wanted: string): Rendition | undefined {
  return renditions.find(({ name }) => name === wanted)
}

function addressOf({ videoId, name }: Rendition): string {
  return `/videos/${videoId}/renditions/${encodeURIComponent(name)}`
}

function mainFileOf(rendition: Rendition): string {
  return fileAddress(rendition, rendition.files[0].name)
}

function fileAddress(rendition: Rendition, fileName: string): string {
  return `${addressOf(rendition)}/${encodeURIComponent(fileName)}`
}
