import { WrongUsage } from '#app/terminal/errors'

/**
 * The parameters that `--set name=value` gives; the same name several times is a list.
 *
 * @throws WrongUsage
 */
export function parametersSet(given: string[]): Record<string, string | string[]> {
  const parameters: Record<string, string | string[]> = {}
  for (const one of given) {
    const at = one.indexOf('=')
    if (at < 1) throw new WrongUsage(`--set ${one}: give NAME=VALUE, such as --set preset=medium`)
    const [name, value] = [one.slice(0, at), one.slice(at + 1)]
    const before = parameters[name]
    parameters[name] = before === undefined ? value : [before, value].flat()
  }
  return parameters
}
