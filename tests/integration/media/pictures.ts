import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const FFMPEG = process.env.FFMPEG_BINARY || 'ffmpeg'
const FFPROBE = process.env.FFPROBE_BINARY || 'ffprobe'

/** For the tests of `media/`: the real programs. */
export const BINARIES = { ffmpeg: FFMPEG, ffprobe: FFPROBE }
export const LIMITS = {
  maxDurationS: 60,
  maxPixels: 4096 * 4096,
  maxStreams: 16,
  timeoutMs: 20_000,
}
export const ENCODE_LIMITS = {
  softTimeMs: 30_000,
  hardTimeMs: 60_000,
  noProgressMs: 30_000,
  memoryBytes: 1024 ** 3,
  killGraceMs: 2_000,
}

export interface Colour {
  red: number
  green: number
  blue: number
}

/** The mean colour (0..255) of a region, given in parts of the picture (0..1), of the picture at a moment. */
export async function meanColour(
  path: string,
  region: { x: number; y: number; width: number; height: number },
  atS = 0
): Promise<Colour> {
  const { x, y, width, height } = region
  const crop = `crop=iw*${width}:ih*${height}:iw*${x}:ih*${y}`
  const filter = `${crop},scale=1:1:flags=area,format=rgb24`
  const plainName = path.endsWith('.jpg') ? ['-f', 'image2', '-pattern_type', 'none'] : []
  const input = [...plainName, '-ss', String(atS), '-i', `file:${path}`]
  const args = ['-v', 'error', ...input, '-vf', filter]
  const { stdout } = await run(FFMPEG, [...args, '-frames:v', '1', '-f', 'rawvideo', '-'], {
    encoding: 'buffer',
  })
  return { red: stdout[0], green: stdout[1], blue: stdout[2] }
}

export const WHOLE = { x: 0, y: 0, width: 1, height: 1 }
export const TOP = { x: 0, y: 0, width: 1, height: 0.4 }
export const BOTTOM = { x: 0, y: 0.6, width: 1, height: 0.4 }

/** Fields of ffprobe's streams, asked without any of our own code. */
export async function streamsOf(path: string): Promise<Record<string, unknown>[]> {
  const { stdout } = await run(FFPROBE, [
    '-v',
    'error',
    '-show_streams',
    '-of',
    'json',
    `file:${path}`,
  ])
  return JSON.parse(stdout).streams
}

/** Moments of the pictures, in the order in which they are shown. */
export async function picturesAt(path: string): Promise<number[]> {
  const args = [
    '-v',
    'error',
    '-select_streams',
    'v:0',
    '-show_entries',
    'packet=pts_time',
    '-of',
    'csv=p=0',
  ]
  const { stdout } = await run(FFPROBE, [...args, `file:${path}`])
  return stdout
    .split('\n')
    .filter(Boolean)
    .map(Number.parseFloat)
    .sort((a, b) => a - b)
}

/** Mean loudness in dB below full scale. */
export async function meanVolume(path: string): Promise<number> {
  const args = [
    '-hide_banner',
    '-i',
    `file:${path}`,
    '-af',
    'volumedetect',
    '-vn',
    '-f',
    'null',
    '-',
  ]
  const { stderr } = await run(FFMPEG, args)
  return Number(/mean_volume: (\S+) dB/.exec(stderr)?.[1])
}

/** How much neighbouring pixels differ in the first picture, on average, 0..255. */
export async function detail(path: string): Promise<number> {
  const args = ['-v', 'error', '-i', `file:${path}`, '-vf', 'sobel,format=gray', '-frames:v', '1']
  const { stdout } = await run(FFMPEG, [...args, '-f', 'rawvideo', '-'], {
    encoding: 'buffer',
    maxBuffer: 64 * 1024 * 1024,
  })
  return stdout.reduce((sum, value) => sum + value, 0) / stdout.length
}

/** Flags of the packets of the first stream, such as `K_` of a key frame. */
export async function packetsOf(path: string): Promise<{ flags: string }[]> {
  const args = ['-v', 'error', '-select_streams', '0', '-show_entries', 'packet=flags']
  const { stdout } = await run(FFPROBE, [...args, '-of', 'json', `file:${path}`])
  return JSON.parse(stdout).packets
}
