import { exampleRequest } from '#http/openapi/docs/example'
import { propertiesOf, resolved, type Schemas } from '#http/openapi/docs/resolved'
import type { Parameter, Schema } from '#http/openapi/described'

export interface CurlRequest {
  method: string
  /** The whole address, with `{id}` for what varies. */
  address: string
  parameters: Parameter[]
  /** By content type; undefined: none. */
  body?: Record<string, { schema: Schema }>
  isOpen: boolean
  /** The answer is a file. */
  isFile: boolean
}

/** A request as people type it, one option a line. */
export function curlOf(request: CurlRequest, schemas: Schemas): string {
  const { method, parameters, body = {}, isOpen, isFile } = request
  const options = [
    ...(isOpen ? [] : ['-H "Authorization: Bearer $TOKEN"']),
    ...(method === 'GET' || Object.keys(body).length > 0 ? [] : [`-X ${method}`]),
    ...bodyOptions(method, body, schemas),
    ...(isFile ? ['-OJ'] : []),
    quoted(withParameters(request.address, parameters)),
  ]
  return `curl ${options.join(' \\\n  ')}`
}

function bodyOptions(method: string, body: Record<string, { schema: Schema }>, schemas: Schemas) {
  const { 'application/json': json, 'multipart/form-data': form } = body
  if (json && !form) {
    const verb = method === 'POST' ? [] : [`-X ${method}`]
    return [...verb, `--json ${quoted(JSON.stringify(exampleRequest(json.schema, schemas)))}`]
  }
  return form ? formOptions(resolved(form.schema, schemas)) : []
}

/** The file, and what has an example. */
function formOptions(form: Schema): string[] {
  return propertiesOf(form).flatMap(([name, field]) => {
    if (field.contentMediaType) return [`-F ${name}=@${name}.${name === 'video' ? 'mov' : 'png'}`]
    const [example] = (field.examples ?? []) as unknown[]
    return example === undefined ? [] : [`-F ${name}=${example}`]
  })
}

function withParameters(address: string, parameters: Parameter[]): string {
  const query = new URLSearchParams()
  let path = address
  for (const { name, in: where, schema, required } of parameters) {
    const example = exampleRequest(schema, {})
    if (where === 'path') path = path.replace(`{${name}}`, encodeURIComponent(String(example)))
    if (where === 'query' && (required || schema.examples)) query.set(name, String(example))
  }
  return query.size > 0 ? `${path}?${query}` : path
}

/** For a shell; an apostrophe within ends the quotation and begins it anew. */
function quoted(text: string): string {
  return /^[\w:/.-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}
