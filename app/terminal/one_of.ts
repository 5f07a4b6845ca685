import { WrongUsage } from '#app/terminal/errors'

/** @throws WrongUsage where `value` is given and none of `choices` */
export function requireOneOf<T extends string>(
  flag: string,
  value: string,
  choices: readonly T[]
): T {
  if ((choices as readonly string[]).includes(value)) return value as T
  throw new WrongUsage(`${flag} is "${value}": choose one of ${choices.join(', ')}`)
}
