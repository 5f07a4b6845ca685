import type { Loudness } from '#media/analysis/loudness'
import type { PlannedPoster } from '#media/plan/plan_poster'
import { clock } from '#http/words/times'

const CODECS: Record<string, string> = {
  h264: 'H.264',
  hevc: 'H.265 / HEVC',
  av1: 'AV1',
  vp8: 'VP8',
  vp9: 'VP9',
  mpeg4: 'MPEG-4',
  mpeg2video: 'MPEG-2',
  prores: 'ProRes',
  mjpeg: 'Motion JPEG',
  aac: 'AAC',
  opus: 'Opus',
  mp3: 'MP3',
  ac3: 'Dolby Digital',
  eac3: 'Dolby Digital Plus',
  flac: 'FLAC',
  vorbis: 'Vorbis',
  alac: 'Apple Lossless',
  dts: 'DTS',
  truehd: 'Dolby TrueHD',
  amr_nb: 'AMR',
  amr_wb: 'AMR wideband',
}

const CHANNELS: Record<number, string> = { 1: 'mono', 2: 'stereo', 6: '5.1', 8: '7.1' }

/** The name people know a codec by; ffmpeg's where there is none. */
export function codec(name: string | null | undefined): string {
  if (!name) return 'none'
  return CODECS[name] ?? (name.startsWith('pcm_') ? 'PCM' : name)
}

/** `1080p` from the short side, so that portrait and landscape read alike. */
export function resolution(width: number | null, height: number | null): string {
  return width && height ? `${Math.min(width, height)}p` : '–'
}

/** `29.97 fps` */
export function frameRate(rate: number | null): string {
  return rate === null ? '–' : `${Number(rate.toFixed(2))} fps`
}

/** `stereo` of 2. */
export function channels(n: number): string {
  return CHANNELS[n] ?? `${n} channels`
}

/** The container as people know it, from ffprobe's family of demuxers. */
export function container(names: string): string {
  const family = names.split(',')
  if (family.includes('mp4')) return 'MP4 / QuickTime'
  if (family.includes('webm') || family.includes('matroska')) return 'Matroska / WebM'
  return family[0].toUpperCase()
}

/** `eng, deu (Kommentar)`: tracks by language and title; a number where neither is known. */
export function tracks(list: { language: string | null; title: string | null }[]): string {
  return list.map(trackName).join(', ')
}

/** `−23.1 LUFS, range 10.2 LU, true peak −1.4 dBTP` */
export function loudness(of: Loudness): string {
  if (of.integratedLufs === null) return 'silence'
  const parts = [`${signed(of.integratedLufs)} LUFS`]
  if (of.rangeLu !== null) parts.push(`range ${of.rangeLu.toFixed(1)} LU`)
  if (of.truePeakDb !== null) parts.push(`true peak ${signed(of.truePeakDb)} dBTP`)
  return parts.join(', ')
}

function trackName(track: { language: string | null; title: string | null }, at: number): string {
  const { language, title } = track
  if (language && title) return `${language} (${title})`
  return language ?? title ?? `track ${at + 1}`
}

/** With the sign that is as wide as a plus. */
function signed(value: number): string {
  return value.toFixed(1).replace('-', '−')
}

/** `H.264 1280×720, AAC` of a rendition, whichever of them it has. */
export function streams(of: {
  kind: string
  videoCodec: string | null
  audioCodec: string | null
  width: number | null
  height: number | null
}): string {
  const size = of.width && of.height ? `${of.width}×${of.height}` : ''
  const picture = [of.videoCodec && codec(of.videoCodec), size].filter(Boolean).join(' ')
  const silence = of.kind === 'video' ? 'no sound' : null
  return [picture, of.audioCodec ? codec(of.audioCodec) : silence].filter(Boolean).join(', ')
}

/** `Sound, 3:41, AAC stereo` of a source without pictures. */
export function soundAlone(of: {
  durationS: number
  audioCodec: string | null
  audioChannels: number | null
}): string {
  const heard = [codec(of.audioCodec), of.audioChannels && channels(of.audioChannels)]
  return ['Sound', clock(of.durationS), heard.filter(Boolean).join(' ')].join(', ')
}

/** What a plan's poster shows. */
export function posterMade(poster: PlannedPoster): string {
  if (poster.kind === 'waveform') return 'a waveform: how loud the sound is from beginning to end'
  return `${poster.isChosen ? 'the best picture' : 'the picture'} from ${clock(poster.fromS)} on`
}

/** `720p` beside a rendition's name, unless that says so already. */
export function shownSize(of: {
  name: string
  width: number | null
  height: number | null
}): string {
  const size = of.width ? resolution(of.width, of.height) : 'sound'
  return size === of.name ? '' : size
}
