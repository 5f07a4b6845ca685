/** The upper one of the two in the middle. @throws RangeError for no values at all */
export function median(values: number[]): number {
  if (values.length === 0) throw new RangeError('no values to take the median of')
  return values.toSorted((a, b) => a - b)[values.length >> 1]
}
