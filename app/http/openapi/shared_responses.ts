import { STATUS_CODES } from 'node:http'

type Responses = Record<string, object>
type Paths = Record<string, Record<string, { responses: Responses }>>

/** What is the same in fewer operations stays where it is. */
const OFTEN = 3

/**
 * The same refusals stand in nearly every operation: those are told once and referred to, which makes the document and the
 * types made from it a fraction of their size.
 *
 * @param paths its operations get references in place of what is shared
 * @returns what is shared, by name
 */
export function shareResponses(paths: Paths): Responses {
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods))
  const seen = operations.flatMap(({ responses }) => Object.entries(responses)).filter(isRefusal)
  const often = [...Map.groupBy(seen, ([, response]) => JSON.stringify(response))]
    .filter(([, same]) => same.length >= OFTEN)
    .sort(([, a], [, b]) => b.length - a.length)
  const names = new Map(named(often.map(([key, [[status]]]) => ({ key, status }))))
  for (const operation of operations) operation.responses = referring(operation.responses, names)
  return Object.fromEntries([...names].map(([key, name]) => [name, JSON.parse(key) as object]))
}

function isRefusal([status]: [string, object]): boolean {
  return Number(status) >= 400
}

/** `Unauthorized`; of several of one status the others are numbered. */
function named(shared: { key: string; status: string }[]): [string, string][] {
  const used = new Map<string, number>()
  return shared.map(({ key, status }) => {
    const words = STATUS_CODES[status]!.replace(/\W/g, '')
    const count = (used.get(words) ?? 0) + 1
    used.set(words, count)
    return [key, count === 1 ? words : `${words}${count}`]
  })
}

function referring(responses: Responses, names: Map<string, string>): Responses {
  const entries = Object.entries(responses).map(([status, response]) => {
    const name = names.get(JSON.stringify(response))
    return [status, name ? { $ref: `#/components/responses/${name}` } : response]
  })
  return Object.fromEntries(entries)
}
