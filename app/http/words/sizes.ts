import prettyBytes from 'pretty-bytes'

/** `12.3 MB`; a dash where there is nothing to tell. */
export function bytes(size: number | null | undefined): string {
  return typeof size === 'number' ? prettyBytes(size) : '–'
}

/** `2.5 Mbit/s` of a rate in bit/s. */
export function bitRate(rate: number | null | undefined): string {
  return typeof rate === 'number' ? `${prettyBytes(rate, { bits: true })}/s` : '–'
}

/** `1,234` */
export function count(n: number): string {
  return n.toLocaleString('en')
}

/** `42 %` of a share 0..1. */
export function percent(share: number | null): string {
  return share === null ? '–' : `${Math.floor(share * 100)} %`
}
