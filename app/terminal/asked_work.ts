import { WrongUsage } from '#app/terminal/errors'
import { workerTagsFlag } from '#app/terminal/worker_tags_flag'
import type { AskedWork } from '#jobs/life/asked_work'

/** What the flags ask for: a preset, or an operation with parameters given as `name=value`. @throws WrongUsage */
export function askedWork(flags: {
  preset: string
  operation?: string
  parameters?: string[]
  workerTags?: string
}): AskedWork {
  const { preset, operation, parameters = [] } = flags
  const workerTags = workerTagsFlag(flags.workerTags)
  if (operation !== undefined) return { operation, parameters: named(parameters), workerTags }
  if (parameters.length > 0) {
    throw new WrongUsage('--parameter belongs to an operation: add --operation, such as resize')
  }
  return { preset, workerTags }
}

function named(parameters: string[]): Record<string, string> {
  return Object.fromEntries(parameters.map(split))
}

function split(parameter: string): [string, string] {
  const at = parameter.indexOf('=')
  if (at > 0) return [parameter.slice(0, at), parameter.slice(at + 1)]
  throw new WrongUsage(`--parameter is "${parameter}": give name=value, such as width=640`)
}
