import { fraction, type FfprobeStream } from './ffprobe_report.js'

export interface PictureGeometry {
  width: number
  height: number
  rotation: number
  isFlipped: boolean
  sampleAspectRatio: string
}

/** Beyond this nobody shoots; the value is damage. */
const WIDEST_PIXEL = 10

/** How a coded picture is to be shown: turned upright, with square pixels. */
export function displayGeometry(
  coded: { width: number; height: number; sampleAspectRatio?: string },
  stream: FfprobeStream
): PictureGeometry {
  const matrix = stream.side_data_list?.find(({ rotation }) => rotation !== undefined)
  const rotation = clockwise(matrix?.rotation ?? 0)
  const aspect = believableAspect(coded.sampleAspectRatio ?? stream.sample_aspect_ratio)
  const stretched = Math.max(1, Math.round(coded.width * (fraction(aspect) ?? 1)))
  return {
    ...upright({ width: stretched, height: coded.height }, rotation),
    rotation,
    isFlipped: isMirrored(matrix?.displaymatrix),
    sampleAspectRatio: aspect,
  }
}

function upright({ width, height }: { width: number; height: number }, rotation: number) {
  const isSideways = rotation === 90 || rotation === 270
  return isSideways ? { width: height, height: width } : { width, height }
}

/** ffprobe counts counter-clockwise, -180..180. */
function clockwise(rotation: number): number {
  return Math.round(((-rotation % 360) + 360) % 360)
}

function believableAspect(text: string | undefined): string {
  const value = fraction(text)
  const isBelievable = value !== null && value <= WIDEST_PIXEL && value >= 1 / WIDEST_PIXEL
  return isBelievable && text ? text : '1:1'
}

/** The determinant of the upper left 2x2 of a display matrix is negative when it mirrors. */
function isMirrored(displayMatrix: string | undefined): boolean {
  const rows = (displayMatrix ?? '').trim().split('\n')
  const [[a, b] = [1, 0], [c, d] = [0, 1]] = rows.map((row) =>
    row.replace(/^\d+:/, '').trim().split(/\s+/).map(Number)
  )
  return a * d - b * c < 0
}
