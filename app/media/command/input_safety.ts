import { resolve } from 'node:path'

/**
 * Demuxers that may open what people upload: none of them opens another file. Playlists, manifests,
 * concat scripts, subtitles and still pictures are absent on purpose: through plain ffmpeg a 90-byte
 * playlist named `x.mp4` copies somebody else's video into the result.
 */
const DEMUXERS = [
  ...['mov', 'mp4', 'm4a', '3gp', '3g2', 'mj2', 'matroska', 'webm', 'mpegts', 'mpeg', 'avi', 'flv'],
  ...['asf', 'ogg', 'mxf', 'dv', 'ivf', 'rm', 'gif', 'h264', 'hevc', 'mpegvideo', 'm4v', 'nut'],
  ...['yuv4mpegpipe', 'obu', 'wtv', 'gxf'],
  ...['wav', 'w64', 'aiff', 'caf', 'mp3', 'aac', 'flac', 'amr', 'ac3', 'eac3', 'dts', 'ape', 'wv'],
]

/** 8192 x 8192; a decoder refuses larger pictures before it asks for their memory. */
export const MAX_DECODER_PIXELS = 67_108_864

/** Options that stand before every `-i`, of ffmpeg and of ffprobe alike. */
export const SAFE_INPUT_OPTIONS: readonly string[] = [
  ...['-protocol_whitelist', 'file'],
  ...['-format_whitelist', DEMUXERS.join(',')],
  ...['-max_pixels', String(MAX_DECODER_PIXELS)],
]

/** The same for a picture that becomes a watermark. */
export const SAFE_PICTURE_OPTIONS: readonly string[] = [
  ...['-protocol_whitelist', 'file', '-format_whitelist', 'png_pipe,jpeg_pipe,webp_pipe'],
  ...['-max_pixels', String(MAX_DECODER_PIXELS)],
]

/** A local path that no program takes for an option, a protocol or a pattern. */
export function fileUrl(path: string): string {
  return `file:${resolve(path)}`
}
