import { isAbsolute } from 'node:path'
import { Env } from '@adonisjs/core/env'
import string from '@adonisjs/core/helpers/string'
import { AllowedAddresses } from '#outbound/allowed_addresses'
import { readWorkerTags } from '#presets/worker_tags'
import type { Rule } from '#start/settings/setting'

type Bounds<T> = { default: T; min: T; max?: T }

/** Text, or the default where the variable is absent or blank. */
export function text(fallback: string, example = fallback): Rule<string> {
  const read = (_name: string, value?: string) => value?.trim() || fallback
  return { read, kind: 'text', default: fallback || null, range: null, example }
}

/** One of a few words, or undefined where the variable is absent or blank. */
export function oneOf<const W extends string>(words: W[], fallback: W): Rule<W | undefined> {
  const check = Env.schema.enum.optional(words)
  const read = (name: string, value?: string) => check(name, value) as W | undefined
  return { read, kind: 'text', default: fallback, range: words.join(', '), example: words[0] }
}

/** One of a few words that must be said. */
export function oneOfNeeded<const W extends string>(words: W[]): Rule<W> {
  const check = Env.schema.enum(words)
  const read = (name: string, value?: string) => check(name, value) as W
  return { read, kind: 'text', default: null, range: words.join(', '), example: words[0] }
}

/** The address of a server, which may hold a password. @throws with the message where there is none */
export function server(example: string, message: string): Rule<string> {
  const read = Env.schema.string({ message })
  return { read, kind: 'address', default: null, range: null, example }
}

/** An address of the web, or undefined. */
export function url(example: string): Rule<string | undefined> {
  const read = Env.schema.string.optional({ format: 'url', tld: false })
  return { read, kind: 'text', default: null, range: null, example }
}

/** What nobody may see. @throws with the message where there is none */
export function secret(message: string): Rule<ReturnType<ReturnType<typeof Env.schema.secret>>> {
  const read = Env.schema.secret({ message })
  return { read, kind: 'secret', default: null, range: null, example: 'openssl rand -hex 32' }
}

/** Absolute folders with commas between them; none where the variable is absent or blank. */
export function folders(): Rule<string[]> {
  const example = '/srv/films,/mnt/cards'
  const read = (name: string, value = '') => {
    const wrong = listed(value).find((one) => !isAbsolute(one))
    if (wrong === undefined) return listed(value)
    throw new Error(`"${name}" names "${wrong}": give whole paths, such as ${example}`)
  }
  return { read, kind: 'text', default: null, range: 'whole paths', example }
}

/** A path of addresses with a slash at both ends, or null where the variable is absent or blank. */
export function location(): Rule<string | null> {
  const example = '/mediakeep-store/'
  const read = (name: string, value?: string) => {
    const said = value?.trim() ?? ''
    if (said === '') return null
    if (/^\/([\w.-]+\/)+$/.test(said)) return said
    throw new Error(`"${name}" is "${said}": give a location of nginx, such as ${example}`)
  }
  return { read, kind: 'text', default: null, range: 'a path with / at both ends', example }
}

/** IP addresses, ranges and names of hosts with commas between them; none where the variable is absent or blank. */
export function addresses(): Rule<string[]> {
  const read = (name: string, value = '') => {
    try {
      new AllowedAddresses(listed(value))
      return listed(value)
    } catch (error) {
      throw new Error(`"${name}": ${(error as Error).message}`)
    }
  }
  const range = 'IP addresses, ranges, hosts'
  return { read, kind: 'text', default: null, range, example: '10.0.5.0/24,intranet.example' }
}

/** A whole number within a range. @throws where the value is anything else, naming it and the range. */
export function wholeNumber(bounds: Bounds<number>): Rule<number> {
  return within('number', bounds, { parse: Number, example: String(bounds.default) })
}

/** Bytes: a plain number or a size such as `500mb`, `2gb`, as the bounds are written too. */
export function bytes(bounds: Bounds<string>): Rule<number> {
  const parse = (value: string) => string.bytes.parse(value) ?? Number.NaN
  return within('bytes', bounds, { parse, example: '2gb' })
}

/** Seconds: a plain number or a time such as `90s`, `30m`, `1h`, as the bounds are written too. */
export function seconds(bounds: Bounds<string>): Rule<number> {
  const parse = (value: string) =>
    /^(\d+|0+[a-z]*)$/.test(value) ? Number.parseInt(value) : secondsOf(value)
  return within('seconds', bounds, { parse, example: '30m' })
}

function secondsOf(value: string): number {
  try {
    return string.seconds.parse(value)
  } catch {
    return Number.NaN
  }
}

function within(
  kind: Rule['kind'],
  bounds: Bounds<string | number>,
  { parse, example }: { parse: (value: string) => number; example: string }
): Rule<number> {
  const [fallback, min] = [bounds.default, bounds.min].map((one) => parse(String(one)))
  const max = bounds.max === undefined ? Number.MAX_SAFE_INTEGER : parse(String(bounds.max))
  const range = `${bounds.min}${bounds.max === undefined ? ' or more' : ` to ${bounds.max}`}`
  const read = (name: string, value = '') => {
    if (!value.trim()) return fallback
    const number = parse(value.trim())
    if (Number.isInteger(number) && number >= min && number <= max) return number
    throw new Error(`"${name}" is "${value}": give a whole number, ${range}, such as ${example}`)
  }
  return { read, kind, default: String(bounds.default), range, example }
}

/** Some of a few words with commas between them; all of them where the variable is absent or blank. */
export function someOf<const W extends string>(words: readonly W[]): Rule<W[]> {
  const range = words.join(', ')
  const read = (name: string, value = '') => {
    const named = listed(value)
    const wrong = named.find((one) => !words.some((word) => word === one))
    if (wrong !== undefined) throw new Error(`"${name}" names "${wrong}": give some of ${range}`)
    return named.length === 0 ? [...words] : words.filter((word) => named.includes(word))
  }
  return { read, kind: 'text', default: words.join(','), range, example: words.join(',') }
}

/** Tags of a worker with commas between them; none where the variable is absent or blank. */
export function workerTags(): Rule<string[]> {
  const range = 'at most 8, each of a-z, 0-9 and -, at most 32 long'
  const read = (name: string, value = '') => {
    try {
      return readWorkerTags(value)
    } catch (error) {
      throw new Error(`"${name}": ${(error as Error).message}`)
    }
  }
  return { read, kind: 'text', default: null, range, example: 'gpu,big' }
}

function listed(value: string): string[] {
  const named = value.split(',').map((one) => one.trim())
  return named.filter((one) => one !== '')
}
