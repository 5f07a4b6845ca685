import type { MediaBinaries } from '../run/binaries.js'
import { fileUrl, SAFE_PICTURE_OPTIONS } from '../command/input_safety.js'
import { runBounded } from '../run/run_bounded.js'
import { pictureKind, type PictureKind } from './picture_kind.js'

export interface PictureInfo {
  kind: PictureKind
  /** Pixels as coded. */
  width: number
  height: number
}

export interface PictureLimits {
  /** Pixels of a side at most. */
  maxSide: number
  timeoutMs: number
}

/** A picture that we do not take; the message says why and what to do. */
export class PictureRefused extends Error {}

/** JPEG has no transparency: what looks like it is the black of ink. */
const INK = /^(gbrap|yuva)/

interface SeenStream {
  width?: number
  height?: number
  pix_fmt?: string
  nb_read_frames?: string
}

/**
 * Looks at a picture that came from outside as a job will look at it, and decodes all of it.
 * @param path without an extension: ffmpeg would believe one
 * @throws PictureRefused, or MediaError where ffprobe cannot be run or takes too long
 */
export async function probePicture(
  path: string,
  options: { binaries: MediaBinaries; limits: PictureLimits }
): Promise<PictureInfo> {
  const kind = await pictureKind(path)
  if (!kind) throw new PictureRefused('it is no PNG, JPEG or WebP picture: send one of these')
  const { stream, complaints } = await decode(path, options)
  const { width = 0, height = 0 } = stream.width ? stream : sizeIn(complaints)
  refuseSize({ width, height }, options.limits)
  refuseContent(stream, kind, complaints)
  return { kind, width, height }
}

async function decode(
  path: string,
  { binaries, limits }: { binaries: MediaBinaries; limits: PictureLimits }
): Promise<{ stream: SeenStream; complaints: string }> {
  const show = ['-count_frames', '-show_entries', 'stream=width,height,pix_fmt,nb_read_frames']
  const input = [...SAFE_PICTURE_OPTIONS, fileUrl(path)]
  const args = ['-v', 'error', ...show, '-of', 'json', ...input]
  const run = await runBounded(binaries.ffprobe, args, limits)
  return { stream: firstStream(run.stdout), complaints: run.stderr }
}

function firstStream(stdout: string): SeenStream {
  try {
    return JSON.parse(stdout).streams?.[0] ?? {}
  } catch {
    return {}
  }
}

/** A decoder that refuses a size says which. */
function sizeIn(complaints: string): { width?: number; height?: number } {
  const size = /\b(\d+)x(\d+)\b.*(?:invalid|exceeds)/i.exec(complaints)
  return size ? { width: Number(size[1]), height: Number(size[2]) } : {}
}

function refuseSize({ width, height }: { width: number; height: number }, limits: PictureLimits) {
  if (Math.max(width, height) <= limits.maxSide) return
  throw new PictureRefused(
    `it is ${width}x${height} pixels: send one of at most ${limits.maxSide} a side`
  )
}

function refuseContent(stream: SeenStream, kind: PictureKind, complaints: string): void {
  const pictures = Number(stream.nb_read_frames) || 0
  if (pictures > 1) throw new PictureRefused('it holds several pictures: send a single one')
  const isWhole = pictures === 1 && complaints.trim() === ''
  if (!isWhole) {
    throw new PictureRefused('it is damaged or moves: save it again as one still picture')
  }
  if (kind === 'jpeg' && INK.test(stream.pix_fmt ?? '')) {
    throw new PictureRefused('its colours are for printing (CMYK): save it in RGB')
  }
}
