import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { FieldsRefused } from '#http/lists/fields_refused'

/**
 * With `?fields=id,title` an answer has those fields alone; of a list, each thing in it. `apiRoutes` lays it around every GET.
 *
 * @throws FieldsRefused
 */
export default class FieldsMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const { request, response, route } = ctx
    const said: unknown = request.qs().fields
    if (said === undefined) return next()
    const { knownFields } = await import('#http/lists/known_fields') // large, and seldom asked for
    const known = knownFields(route!.pattern)
    if (!known) return next()
    const names = chosen(said, known)
    await next()
    if (response.getStatus() === 200) response.send(narrowed(response.getBody(), names))
  }
}

function chosen(said: unknown, known: string[]): string[] {
  const names = [said].flat().map((name) => String(name).trim()) // commas are read with the address
  const stranger = names.find((name) => !known.includes(name))
  if (stranger !== undefined) throw new FieldsRefused(stranger, known)
  return names
}

type Fields = Record<string, unknown>

function narrowed(body: Fields, names: string[]): Fields {
  const pick = (thing: Fields) => Object.fromEntries(names.map((name) => [name, thing[name]]))
  const { data } = body
  return Array.isArray(data) ? { ...body, data: data.map(pick) } : pick(body)
}
