export const VIDEO_CODECS = ['h264', 'vp9', 'av1', 'gif', 'webp', 'jpeg', 'png', 'avif'] as const
export type VideoCodec = (typeof VIDEO_CODECS)[number]

export const AUDIO_CODECS = ['aac', 'opus', 'mp3', 'pcm'] as const
export type AudioCodec = (typeof AUDIO_CODECS)[number]

/** Named as the files end. */
export const CONTAINERS = [
  ...(['mp4', 'webm', 'mkv', 'mov', 'gif', 'webp'] as const),
  ...(['mp3', 'm4a', 'opus', 'wav', 'jpg', 'png', 'avif'] as const),
] as const
export type Container = (typeof CONTAINERS)[number]

export interface ContainerFormat {
  /** ffmpeg's muxer. */
  muxer: string
  /** What a browser is told; a still of this container has the same. */
  mimeType: string
  /** Codecs that it takes, best first. */
  videoCodecs: readonly VideoCodec[]
  audioCodecs: readonly AudioCodec[]
}

const TALKING = ['aac', 'opus', 'mp3'] as const

export const CONTAINER_FORMATS: Record<Container, ContainerFormat> = {
  mp4: format('mp4', 'video/mp4', ['h264', 'av1', 'vp9'], TALKING),
  mov: format('mov', 'video/quicktime', ['h264'], ['aac', 'mp3', 'pcm']),
  mkv: format('matroska', 'video/x-matroska', ['h264', 'vp9', 'av1'], [...TALKING, 'pcm']),
  webm: format('webm', 'video/webm', ['vp9', 'av1'], ['opus']),
  gif: format('gif', 'image/gif', ['gif']),
  webp: format('webp', 'image/webp', ['webp']),
  jpg: format('image2', 'image/jpeg', ['jpeg']),
  png: format('image2', 'image/png', ['png']),
  avif: format('avif', 'image/avif', ['avif']),
  mp3: format('mp3', 'audio/mpeg', [], ['mp3']),
  m4a: format('ipod', 'audio/mp4', [], ['aac']),
  opus: format('opus', 'audio/ogg; codecs=opus', [], ['opus']),
  wav: format('wav', 'audio/wav', [], ['pcm']),
}

const ENCODERS: Record<VideoCodec | AudioCodec, string> = {
  h264: 'libx264',
  vp9: 'libvpx-vp9',
  av1: 'libsvtav1',
  gif: 'gif',
  webp: 'libwebp_anim',
  jpeg: 'mjpeg',
  png: 'png',
  avif: 'libaom-av1',
  aac: 'aac',
  opus: 'libopus',
  mp3: 'libmp3lame',
  pcm: 'pcm_s16le',
}

/** ffmpeg's encoder for a codec. */
export function encoderOf(codec: VideoCodec | AudioCodec, isStill = false): string {
  return codec === 'webp' && isStill ? 'libwebp' : ENCODERS[codec]
}

/** Names for people. */
export const CODEC_NAMES: Record<VideoCodec | AudioCodec, string> = {
  h264: 'H.264',
  vp9: 'VP9',
  av1: 'AV1',
  gif: 'GIF',
  webp: 'WebP',
  jpeg: 'JPEG',
  png: 'PNG',
  avif: 'AVIF',
  aac: 'AAC',
  opus: 'Opus',
  mp3: 'MP3',
  pcm: 'PCM',
}

function format(
  muxer: string,
  mimeType: string,
  videoCodecs: readonly VideoCodec[],
  audioCodecs: readonly AudioCodec[] = []
): ContainerFormat {
  return { muxer, mimeType, videoCodecs, audioCodecs }
}
