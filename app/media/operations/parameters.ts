/** What people may say to an operation, told so that forms, commands and documents can be made from it. */
export type Parameter =
  NumberParameter | ChoiceParameter | TextParameter | PictureParameter | FlagParameter

interface Described {
  /** One sentence for people. */
  about: string
}

/** A default of `undefined` makes a parameter needed; of `null` lets it be left out. */
export interface NumberParameter extends Described {
  kind: 'number'
  min: number
  max: number
  isWhole: boolean
  default?: number | null
}

export interface ChoiceParameter extends Described {
  kind: 'choice'
  choices: readonly string[]
  default?: string
}

export interface TextParameter extends Described {
  kind: 'text'
  maxLength: number
  default?: string | null
}

/** Name or id of a picture that was taken in before; whoever starts the work puts its id there. */
export interface PictureParameter extends Described {
  kind: 'picture'
  default?: string | null
}

export interface FlagParameter extends Described {
  kind: 'flag'
  default: boolean
}

export type Parameters = Record<string, Parameter>

/** What the checked values of such parameters are. */
export type Values<P extends Parameters> = { [Name in keyof P]: Value<P[Name]> }

type Value<P extends Parameter> = P extends { kind: 'flag' }
  ? boolean
  : P extends { kind: 'choice'; choices: readonly (infer Choice)[] }
    ? Choice
    : | (P extends { kind: 'number' } ? number : string)
      | (P extends { default: null } ? null : never)

const MAX_PICTURE_NAME = 100

/** A value that an operation does not take; the message says what it would take. */
export class InvalidParameter extends Error {
  constructor(
    readonly field: string,
    readonly value: unknown,
    readonly remedy: string
  ) {
    super(`${field} ${shown(value)}: ${remedy}`)
    this.name = 'InvalidParameter'
  }
}

/**
 * Checks what came from outside. Numbers and flags may come as text, as forms and commands send them.
 * @throws InvalidParameter naming field, value and range
 */
export function readParameters<P extends Parameters>(parameters: P, input: unknown): Values<P> {
  const given = asRecord(input)
  const known = Object.keys(parameters)
  const stranger = Object.keys(given).find((name) => !known.includes(name))
  if (stranger !== undefined) {
    const remedy =
      known.length > 0 ? `leave it out, or give one of ${known.join(', ')}` : 'leave it out'
    throw new InvalidParameter(stranger, given[stranger], `there is no such parameter; ${remedy}`)
  }
  const values = known.map((name) => [name, read(name, parameters[name], given[name])])
  return Object.fromEntries(values) as Values<P>
}

function asRecord(input: unknown): Record<string, unknown> {
  if (input === undefined || input === null) return {}
  if (typeof input === 'object' && !Array.isArray(input)) return input as Record<string, unknown>
  throw new InvalidParameter('parameters', input, 'give an object of names and values')
}

function read(name: string, parameter: Parameter, value: unknown): unknown {
  const isGiven = value !== undefined && value !== null && value !== ''
  if (isGiven) return readGiven(name, parameter, value)
  if (parameter.default !== undefined) return parameter.default
  throw new InvalidParameter(name, value, `it is needed: ${expectation(parameter)}`)
}

function readGiven(name: string, parameter: Parameter, value: unknown): unknown {
  switch (parameter.kind) {
    case 'number':
      return readNumber(name, parameter, value)
    case 'choice':
      return readChoice(name, parameter, value)
    case 'text':
      return readText(name, parameter, value)
    case 'picture':
      return readPicture(name, parameter, value)
    case 'flag':
      return readFlag(name, parameter, value)
  }
}

function readNumber(name: string, parameter: NumberParameter, value: unknown): number {
  const isText = typeof value === 'string' && value.trim() !== ''
  const number = typeof value === 'number' ? value : isText ? Number(value) : Number.NaN
  const isWithin = number >= parameter.min && number <= parameter.max
  if (isWithin && (!parameter.isWhole || Number.isInteger(number))) return number
  throw new InvalidParameter(name, value, expectation(parameter))
}

function readChoice(name: string, parameter: ChoiceParameter, value: unknown): string {
  const found = parameter.choices.find((choice) => choice === value)
  if (found !== undefined) return found
  throw new InvalidParameter(name, value, expectation(parameter))
}

/** NUL cannot stand in an argument of a program. */
function readText(name: string, parameter: TextParameter, value: unknown): string {
  const isFine = typeof value === 'string' && value.length <= parameter.maxLength
  if (isFine && !value.includes('\0')) return value
  throw new InvalidParameter(name, value, expectation(parameter))
}

function readPicture(name: string, parameter: PictureParameter, value: unknown): string {
  const isFine = typeof value === 'string' && value.length <= MAX_PICTURE_NAME
  if (isFine && value.trim() !== '' && !value.includes('\0')) return value
  throw new InvalidParameter(name, value, expectation(parameter))
}

const FLAGS = new Map<unknown, boolean>([
  ...([true, 'true', 'on', '1', 1] as const).map((value) => [value, true] as const),
  ...([false, 'false', 'off', '0', 0] as const).map((value) => [value, false] as const),
])

function readFlag(name: string, parameter: FlagParameter, value: unknown): boolean {
  const flag = FLAGS.get(value)
  if (flag === undefined) throw new InvalidParameter(name, value, expectation(parameter))
  return flag
}

/** What a parameter takes, in words. */
export function expectation(parameter: Parameter): string {
  switch (parameter.kind) {
    case 'number':
      return `give a ${parameter.isWhole ? 'whole ' : ''}number from ${parameter.min} to ${parameter.max}`
    case 'choice':
      return `choose one of ${parameter.choices.join(', ')}`
    case 'text':
      return `give a text of at most ${parameter.maxLength} characters`
    case 'picture':
      return 'give the name or the id of a watermark'
    case 'flag':
      return 'give true or false'
  }
}

function shown(value: unknown): string {
  if (value === undefined || value === null || value === '') return '(nothing)'
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return `"${text.length > 60 ? `${text.slice(0, 57)}...` : text}"`
}
