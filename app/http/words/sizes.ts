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

/** `1,234`, or `about 31,000` where it is an estimate; from a million on `about 1.2 million`. */
export function extent({ n, isExact }: { n: number; isExact: boolean }): string {
  if (isExact) return count(n)
  const rounded = Number(n.toPrecision(2))
  if (rounded < 1e6) return `about ${count(rounded)}`
  return `about ${(rounded / 1e6).toFixed(rounded < 1e7 ? 1 : 0)} million`
}
