import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { BINARIES } from '#tests/integration/media/pictures'

const run = promisify(execFile)
const SAMPLE_RATE = 48_000
const WINDOW = 48

/** The sound of a file by channel, -1..1 at 48 kHz, from the moment 0 of ffmpeg's clock. */
export async function channelsOf(path: string, channels: number): Promise<Float32Array[]> {
  const { stdout } = await run(
    BINARIES.ffmpeg,
    [
      ...['-v', 'error', '-i', `file:${path}`, '-map', '0:a:0', '-ac', String(channels)],
      ...['-af', `aresample=${SAMPLE_RATE}:async=1:first_pts=0`, '-f', 'f32le', '-'],
    ],
    { encoding: 'buffer', maxBuffer: 256 * 1024 * 1024 }
  )
  const whole = new Float32Array(stdout.buffer.slice(stdout.byteOffset), 0, stdout.length >> 2)
  return Array.from({ length: channels }, (_, channel) =>
    whole.filter((__, at) => at % channels === channel)
  )
}

/** Root of the mean square, 0..1; a sine of full scale has 0.71. */
export function level(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length)
}

/** The pitch of a plain tone in Hz, by counting how often it passes zero. */
export function pitch(samples: Float32Array): number {
  const middle = samples.subarray(samples.length >> 2, (samples.length * 3) >> 2)
  let crossings = 0
  for (let at = 1; at < middle.length; at++) {
    if (middle[at - 1] < 0 !== middle[at] < 0) crossings++
  }
  return (crossings * SAMPLE_RATE) / (2 * middle.length)
}

/** Moments in seconds at which silence ends. */
export function beepsAt(samples: Float32Array): number[] {
  const moments: number[] = []
  let quietS = Infinity
  for (let at = 0; at < samples.length; at += WINDOW) {
    const isLoud = level(samples.subarray(at, at + WINDOW)) > 0.1
    if (isLoud && quietS > 0.1) moments.push(at / SAMPLE_RATE)
    quietS = isLoud ? 0 : quietS + WINDOW / SAMPLE_RATE
  }
  return moments
}

/** Moments in seconds on ffmpeg's clock at which a dark picture is followed by a light one. */
export async function flashesAt(path: string): Promise<number[]> {
  const print = 'signalstats,metadata=print:key=lavfi.signalstats.YAVG:file=-'
  const { stdout } = await run(BINARIES.ffmpeg, [
    ...['-v', 'error', '-i', `file:${path}`, '-map', '0:v:0', '-vf', print],
    ...['-fps_mode', 'passthrough', '-f', 'null', '/dev/null'],
  ])
  const pictures = [...stdout.matchAll(/pts_time:(\S+)\n\S+YAVG=(\S+)/g)]
  const isLight = pictures.map(([, , luma]) => Number(luma) > 128)
  return pictures
    .filter((_, at) => isLight[at] && !isLight[at - 1])
    .map(([, moment]) => Number(moment))
}
