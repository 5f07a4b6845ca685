import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { BINARIES, type Colour } from '#tests/integration/media/pictures'

const run = promisify(execFile)
const MOST_BYTES = 512 * 1024 * 1024

/** One decoded picture; `samples` holds `channels` bytes a pixel, 0..255, row by row. */
export interface Frame {
  width: number
  height: number
  channels: 1 | 3
  samples: Buffer
}

export interface FrameWish {
  channels?: 1 | 3
  /** At most so many, from the first. */
  most?: number
  /** ffmpeg filters before the pictures are read. */
  filter?: string
}

/** The pictures of a file as a player shows them: turned upright, in full range. */
export async function framesOf(path: string, wish: FrameWish = {}): Promise<Frame[]> {
  const { channels = 1, most = 1000, filter = 'null' } = wish
  const codec = channels === 1 ? 'pgm' : 'ppm'
  const plainName = path.endsWith('.jpg') ? ['-f', 'image2', '-pattern_type', 'none'] : []
  const { stdout } = await run(
    BINARIES.ffmpeg,
    [
      ...['-v', 'error', ...plainName, '-i', `file:${path}`, '-map', '0:v:0', '-vf', filter],
      ...['-frames:v', String(most), '-fps_mode', 'passthrough'],
      ...['-f', 'image2pipe', '-c:v', codec, '-'],
    ],
    { encoding: 'buffer', maxBuffer: MOST_BYTES }
  )
  return parseNetpbm(stdout, channels)
}

function parseNetpbm(bytes: Buffer, channels: 1 | 3): Frame[] {
  const frames: Frame[] = []
  for (let at = 0; at < bytes.length;) {
    const head = /^P[56]\n(\d+) (\d+)\n255\n/.exec(bytes.toString('latin1', at, at + 40))
    if (!head) throw new Error(`no picture at byte ${at}`)
    const [width, height] = [Number(head[1]), Number(head[2])]
    const from = at + head[0].length
    at = from + width * height * channels
    frames.push({ width, height, channels, samples: bytes.subarray(from, at) })
  }
  return frames
}

/** A part of a picture, in parts of its sides (0..1). */
export interface Region {
  x: number
  y: number
  width: number
  height: number
}

export const QUADRANTS: Record<'topLeft' | 'topRight' | 'bottomLeft' | 'bottomRight', Region> = {
  topLeft: { x: 0.1, y: 0.1, width: 0.3, height: 0.3 },
  topRight: { x: 0.6, y: 0.1, width: 0.3, height: 0.3 },
  bottomLeft: { x: 0.1, y: 0.6, width: 0.3, height: 0.3 },
  bottomRight: { x: 0.6, y: 0.6, width: 0.3, height: 0.3 },
}

/** Mean of the samples of one channel, 0..255. */
export function mean(frame: Frame, region?: Region, channel = 0): number {
  const values = samplesIn(frame, region, channel)
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

export function colour(frame: Frame, region?: Region): Colour {
  const [red, green, blue] = [0, 1, 2].map((channel) => mean(frame, region, channel))
  return { red, green, blue }
}

export function variance(frame: Frame, region?: Region): number {
  return varianceOf(samplesIn(frame, region, 0))
}

/** Part of the samples that the test holds for, 0..1. */
export function part(frame: Frame, is: (value: number) => boolean): number {
  return frame.samples.reduce((sum, value) => sum + Number(is(value)), 0) / frame.samples.length
}

/** Sharpness: how much the second derivative varies over a grey picture. */
export function laplacianVariance({ width, height, samples }: Frame): number {
  const values: number[] = []
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      const around = samples[at - 1] + samples[at + 1] + samples[at - width] + samples[at + width]
      values.push(around - 4 * samples[at])
    }
  }
  return varianceOf(values)
}

/**
 * How much more neighbouring lines differ than lines of one field do: above 1 where two moments are woven into
 * one picture and something moves, well below in whole pictures.
 */
export function combing({ width, height, samples }: Frame): number {
  let neighbours = 0
  let sameField = 1
  for (let at = 0; at < (height - 2) * width; at++) {
    neighbours += Math.abs(samples[at] - samples[at + width])
    sameField += Math.abs(samples[at] - samples[at + 2 * width])
  }
  return neighbours / sameField
}

/** The box around all light pixels of a grey picture, in pixels. */
export function lightBox({ width, samples }: Frame, threshold = 128) {
  const xs: number[] = []
  const ys: number[] = []
  samples.forEach((value, at) => {
    if (value < threshold) return
    xs.push(at % width)
    ys.push(Math.floor(at / width))
  })
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return { left, top, width: Math.max(...xs) - left + 1, height: Math.max(...ys) - top + 1 }
}

function samplesIn(frame: Frame, region: Region | undefined, channel: number): number[] {
  const { width, height, channels, samples } = frame
  const { x, y, width: w, height: h } = region ?? { x: 0, y: 0, width: 1, height: 1 }
  const values: number[] = []
  for (let row = Math.floor(y * height); row < Math.ceil((y + h) * height); row++) {
    for (let column = Math.floor(x * width); column < Math.ceil((x + w) * width); column++) {
      values.push(samples[(row * width + column) * channels + channel])
    }
  }
  return values
}

function varianceOf(values: number[]): number {
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / values.length
}
