export function kbits(bitRate: number | null): string {
  return bitRate === null ? 'an unknown rate' : `${Math.round(bitRate / 1000)} kbit/s`
}
