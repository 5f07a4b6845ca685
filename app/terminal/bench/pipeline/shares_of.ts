/**
 * So many jobs in so many turns, each a multiple of the unit as far as that goes, so that no slot stands idle at a turn's
 * end that would not at the end of all of them.
 */
export function sharesOf(jobs: number, { turns, unit }: { turns: number; unit: number }): number[] {
  const units = Math.ceil(jobs / unit)
  const count = Math.min(turns, units)
  const shares = Array.from({ length: count }, (_, at) => {
    return (Math.floor(units / count) + (at < units % count ? 1 : 0)) * unit
  })
  shares[count - 1] -= units * unit - jobs
  return shares
}
