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
