import type { Bandwidth } from './bandwidth.js'

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

const GROUP = 'sound'

/** The playlist that names all rungs, best first, and the sound that they share (RFC 8216, 4.3.4). */
export function masterPlaylist(variants: readonly Variant[], sound: SharedSound | null): string {
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    ...(sound ? [soundLine(sound)] : []),
    ...variants.flatMap((variant) => [variantLine(variant, sound), variant.playlist]),
    '',
  ].join('\n')
}

function soundLine({ playlist, channels }: SharedSound): string {
  const attributes = [
    ...['TYPE=AUDIO', `GROUP-ID="${GROUP}"`, 'NAME="Sound"', 'DEFAULT=YES', 'AUTOSELECT=YES'],
    ...[`CHANNELS="${channels}"`, `URI="${playlist}"`],
  ]
  return `#EXT-X-MEDIA:${attributes.join(',')}`
}

function variantLine(variant: Variant, sound: SharedSound | null): string {
  const { bandwidth, width, height, frameRate, codec } = variant
  const codecs = sound ? `${codec},${sound.codec}` : codec
  const attributes = [
    `BANDWIDTH=${bandwidth.peak + (sound?.bandwidth.peak ?? 0)}`,
    `AVERAGE-BANDWIDTH=${bandwidth.average + (sound?.bandwidth.average ?? 0)}`,
    ...[`CODECS="${codecs}"`, `RESOLUTION=${width}x${height}`],
    `FRAME-RATE=${frameRate.toFixed(3)}`,
    ...(sound ? [`AUDIO="${GROUP}"`] : []),
  ]
  return `#EXT-X-STREAM-INF:${attributes.join(',')}`
}
