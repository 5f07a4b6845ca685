import type { Bandwidth } from './bandwidth.js'
import type { SharedSubtitles } from './package_subtitles.js'

export interface Variant {
  playlist: string
  bandwidth: Bandwidth
  width: number
  height: number
  frameRate: number
  codec: string
}

export interface SharedSound {
  playlist: string
  bandwidth: Bandwidth
  channels: number
  codec: string
}

/** What all rungs share. */
export interface SharedStreams {
  sound: SharedSound | null
  subtitles: readonly SharedSubtitles[]
}

const SOUND = 'sound'
const SUBTITLES = 'subtitles'
/** Apple's name for what also tells what is heard. */
const FOR_THE_HARD_OF_HEARING =
  'public.accessibility.transcribes-spoken-dialog,public.accessibility.describes-music-and-sound'

/** The playlist that names all rungs, best first, and the sound that they share (RFC 8216, 4.3.4). */
export function masterPlaylist(
  variants: readonly Variant[],
  { sound, subtitles }: SharedStreams
): string {
  const groups = [
    ...(sound ? [`AUDIO="${SOUND}"`] : []),
    ...(subtitles.length > 0 ? [`SUBTITLES="${SUBTITLES}"`] : []),
  ]
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    ...(sound ? [soundLine(sound)] : []),
    ...subtitles.map(subtitleLine),
    ...variants.flatMap((variant) => [
      [variantLine(variant, sound), ...groups].join(','),
      variant.playlist,
    ]),
    '',
  ].join('\n')
}

function soundLine({ playlist, channels }: SharedSound): string {
  const attributes = [
    ...['TYPE=AUDIO', `GROUP-ID="${SOUND}"`, 'NAME="Sound"', 'DEFAULT=YES', 'AUTOSELECT=YES'],
    ...[`CHANNELS="${channels}"`, `URI="${playlist}"`],
  ]
  return `#EXT-X-MEDIA:${attributes.join(',')}`
}

function subtitleLine(track: SharedSubtitles): string {
  const { playlist, language, label, isDefault, isForced, isHearingImpaired } = track
  const attributes = [
    ...['TYPE=SUBTITLES', `GROUP-ID="${SUBTITLES}"`, `NAME=${quoted(label)}`],
    ...(language ? [`LANGUAGE=${quoted(language)}`] : []),
    ...[`DEFAULT=${yes(isDefault)}`, 'AUTOSELECT=YES', `FORCED=${yes(isForced)}`],
    ...(isHearingImpaired ? [`CHARACTERISTICS="${FOR_THE_HARD_OF_HEARING}"`] : []),
    `URI="${playlist}"`,
  ]
  return `#EXT-X-MEDIA:${attributes.join(',')}`
}

function yes(value: boolean): string {
  return value ? 'YES' : 'NO'
}

/** Such a string holds neither quotation marks nor line feeds (RFC 8216, 4.2). */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '”').replace(/\s+/g, ' ')}"`
}

function variantLine(variant: Variant, sound: SharedSound | null): string {
  const { bandwidth, width, height, frameRate, codec } = variant
  const codecs = sound ? `${codec},${sound.codec}` : codec
  const attributes = [
    `BANDWIDTH=${bandwidth.peak + (sound?.bandwidth.peak ?? 0)}`,
    `AVERAGE-BANDWIDTH=${bandwidth.average + (sound?.bandwidth.average ?? 0)}`,
    ...[`CODECS="${codecs}"`, `RESOLUTION=${width}x${height}`],
    `FRAME-RATE=${frameRate.toFixed(3)}`,
  ]
  return `#EXT-X-STREAM-INF:${attributes.join(',')}`
}
