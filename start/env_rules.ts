import { isAbsolute } from 'node:path'
import string from '@adonisjs/core/helpers/string'
import { AllowedAddresses } from '#outbound/allowed_addresses'

type Rule<T> = (name: string, value?: string) => T
type Range = { default: number; min: number; max?: number }

/** Text, or the default where the variable is absent or blank. */
export function text(fallback: string): Rule<string> {
  return (_name, value) => value?.trim() || fallback
}

/** Absolute folders with commas between them; none where the variable is absent or blank. */
export function folders(): Rule<string[]> {
  return (name, value = '') => {
    const named = value.split(',').map((one) => one.trim())
    const found = named.filter((one) => one !== '')
    const wrong = found.find((one) => !isAbsolute(one))
    if (wrong === undefined) return found
    throw new Error(`"${name}" names "${wrong}": give whole paths, such as /srv/films,/mnt/cards`)
  }
}

/** A path of addresses with a slash at both ends, or null where the variable is absent or blank. */
export function location(): Rule<string | null> {
  return (name, value) => {
    const said = value?.trim() ?? ''
    if (said === '') return null
    if (/^\/([\w.-]+\/)+$/.test(said)) return said
    throw new Error(`"${name}" is "${said}": give a location of nginx, such as /mediakeep-store/`)
  }
}

/** IP addresses, ranges and names of hosts with commas between them; none where the variable is absent or blank. */
export function addresses(): Rule<string[]> {
  return (name, value = '') => {
    const entries = value
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '')
    try {
      new AllowedAddresses(entries)
      return entries
    } catch (error) {
      throw new Error(`"${name}": ${(error as Error).message}`)
    }
  }
}

/** A whole number within a range. @throws where the value is anything else, naming it and the range. */
export function wholeNumber(range: Range): Rule<number> {
  return (name, value) =>
    within(range, { name, value, read: Number, example: String(range.default) })
}

/** Bytes: a plain number or a size such as `500mb`, `2gb`. */
export function bytes(range: Range): Rule<number> {
  const read = (value: string) => string.bytes.parse(value) ?? Number.NaN
  return (name, value) => within(range, { name, value, read, example: '2gb' })
}

/** Seconds: a plain number or a time such as `90s`, `30m`, `1h`. */
export function seconds(range: Range): Rule<number> {
  const read = (value: string) =>
    /^(\d+|0+[a-z]*)$/.test(value) ? Number.parseInt(value) : secondsOf(value)
  return (name, value) => within(range, { name, value, read, example: '30m' })
}

function secondsOf(value: string): number {
  try {
    return string.seconds.parse(value)
  } catch {
    return Number.NaN
  }
}

function within(
  range: Range,
  given: { name: string; value?: string; read: (value: string) => number; example: string }
): number {
  if (!given.value?.trim()) return range.default
  const number = given.read(given.value.trim())
  const max = range.max ?? Number.MAX_SAFE_INTEGER
  if (Number.isInteger(number) && number >= range.min && number <= max) return number
  const upTo = range.max ? ` to ${range.max}` : ' or more'
  throw new Error(
    `"${given.name}" is "${given.value}": give a whole number, ${range.min}${upTo}, such as ${given.example}`
  )
}
