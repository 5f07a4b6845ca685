import { WrongUsage } from '#app/terminal/errors'

/** @throws WrongUsage where a given number is not whole or out of its range */
export function requireWholeNumber(
  flag: string,
  value: number | undefined,
  range: { min: number; max: number }
) {
  if (value === undefined) return
  if (Number.isInteger(value) && value >= range.min && value <= range.max) return
  throw new WrongUsage(`${flag} is ${value}: give a whole number from ${range.min} to ${range.max}`)
}

export const MAX_COUNT = 1_000_000
