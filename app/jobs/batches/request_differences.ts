import { isDeepStrictEqual } from 'node:util'

const MOST_SHOWN = 120

type Said = Record<string, unknown>

/** In words what a second request says otherwise than the first; none where they are the same. Pure. */
export function requestDifferences(first: Said, second: Said): string[] {
  const names = [...new Set([...Object.keys(first), ...Object.keys(second)])].sort()
  return names
    .filter((name) => !isDeepStrictEqual(first[name], second[name]))
    .map((name) => `${name} was ${words(first[name])} and is ${words(second[name])}`)
}

function words(value: unknown): string {
  if (value === undefined || value === null) return 'not said'
  const text = JSON.stringify(value)
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN)}...`
}
