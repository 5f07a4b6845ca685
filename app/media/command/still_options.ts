import type { Container } from '../recipe/formats.js'

const ENCODERS: Partial<Record<Container, string[]>> = {
  jpg: ['-c:v', 'mjpeg', '-q:v', '3'],
  png: ['-c:v', 'png'],
  webp: ['-c:v', 'libwebp', '-quality', '82'],
  avif: ['-c:v', 'libaom-av1', '-still-picture', '1', '-crf', '28', '-b:v', '0', '-cpu-used', '6'],
}

/** How one picture is written; `-update` keeps `%` in the path from being a pattern. */
export function stillOptions(container: Container): string[] {
  const muxer = container === 'avif' ? ['-f', 'avif'] : ['-update', '1', '-f', 'image2']
  return [
    ...['-frames:v', '1', '-fps_mode', 'vfr', '-enc_time_base', '1:25'],
    ...(ENCODERS[container] ?? []),
    ...['-map_metadata', '-1', ...muxer],
  ]
}
