import type { PlannedSource } from './plan_source.js'
import type { Size } from './rendition_size.js'

/** Zimg's names for what swscale calls the matrix. */
const HDR_TRANSFERS = { pq: 'smpte2084', hlg: 'arib-std-b67' } as const

export const MARKS = 'setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv'
/** From and to our plain picture for filters that work on RGB; the matrix must be said each time. */
export const TO_RGB = 'scale=in_color_matrix=bt709:in_range=tv,format=gbrp'
export const TO_YUV = `scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,${MARKS}`

/** Sized, 8 bits 4:2:0, BT.709, square pixels: what every rendition is made from. */
export function toWebPicture(source: PlannedSource, size: Size): string {
  if (source.hdr) return `${scale(size)},${toneMap(source)},setsar=1,${MARKS}`
  const colours = `in_color_matrix=${source.colorMatrix}:out_color_matrix=bt709:out_range=tv`
  return `${scale(size)}:${colours},format=yuv420p,setsar=1,${MARKS}`
}

/** Lanczos: the best picture for the cost. */
export function scale({ width, height }: Size): string {
  return `scale=${width}:${height}:flags=lanczos`
}

/** Light of up to 10,000 cd/m2 brought to what a screen shows; without it HDR looks washed out. */
function toneMap({ hdr }: PlannedSource): string {
  const from = `tin=${HDR_TRANSFERS[hdr ?? 'pq']}:min=bt2020nc:pin=bt2020`
  return (
    `zscale=${from}:t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,` +
    'tonemap=tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv,format=yuv420p'
  )
}
