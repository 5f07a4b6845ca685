import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { openApiDocument } from '#http/openapi/document'
import type { Schema } from '#http/openapi/described'

/** An answer of the API, as it came. */
export interface GivenAnswer {
  method: string
  /** With or without its query. */
  path: string
  status: number
  contentType: string | null
  /** Read, where it is JSON. */
  body: unknown
  /** Fewer fields than are described were asked for. */
  isNarrowed?: boolean
}

interface Described {
  description: string
  content?: Record<string, { schema: Schema }>
}

interface DescribedOperation {
  operationId: string
  responses: Record<string, Described>
}

const PREFIX = '/api/v1'
const document = openApiDocument('http://127.0.0.1')
const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: false })
formats.default(ajv)
ajv.addVocabulary(['components'])
ajv.addSchema({ $id: 'api', components: { schemas: closed(document.components.schemas) } })
const checks = new Map<Schema, ValidateFunction>()
const addresses = Object.entries(document.paths)
  .map(([path, methods]) => ({ path, methods, pattern: patternOf(path) }))
  .sort((a, b) => variablesIn(a.path) - variablesIn(b.path))

/**
 * Where an answer differs from what the OpenAPI document says of it: one line, or null where it does not. Answers are held
 * to it more strictly than clients are told: a field that is not described is a fault.
 */
export function faultOf(answer: GivenAnswer): string | null {
  const fault = findFault(answer)
  const { method, path, status } = answer
  return fault && `${method} ${path} answered ${status}, but ${fault}`
}

function findFault(answer: GivenAnswer): string | null {
  const { method, status } = answer
  const operation = operationOf(answer)
  if (!operation || isOfNothing(answer)) return strangerFault(answer)
  const described = responseOf(operation, status)
  if (!described) {
    return `the description of ${operation.operationId} knows only ${Object.keys(operation.responses).join(', ')}`
  }
  const hasLess = method === 'HEAD' || status === 304 || (status === 200 && answer.isNarrowed)
  return hasLess ? null : bodyFault(answer, described)
}

/** No thing is called so, or not with that method: any address may be answered with it. */
function isOfNothing({ status, body }: GivenAnswer): boolean {
  return status === 405 || (body as { code?: string } | null)?.code === 'E_ROUTE_NOT_FOUND'
}

function responseOf({ responses }: DescribedOperation, status: number): Described | undefined {
  const told = responses[status] as Described & { $ref?: string }
  const shared = document.components.responses as unknown as Record<string, Described>
  return told?.$ref ? shared[told.$ref.split('/').at(-1)!] : told
}

/** What has no operation can only be refused. */
function strangerFault({ status, body }: GivenAnswer): string | null {
  const isRefusal = status === 404 || status === 405
  if (!isRefusal) return 'nothing describes this address'
  return schemaFault({ $ref: '#/components/schemas/Problem' }, body)
}

function operationOf({ method, path }: GivenAnswer): DescribedOperation | null {
  const bare = path.split('?')[0].slice(PREFIX.length)
  const verb = method === 'HEAD' ? 'get' : method.toLowerCase()
  const found = addresses.find(({ pattern, methods }) => pattern.test(bare) && methods[verb])
  return (found?.methods[verb] as unknown as DescribedOperation) ?? null
}

function bodyFault({ contentType, body }: GivenAnswer, described: Described): string | null {
  const type = contentType?.split(';')[0].trim() ?? null
  if (!described.content) return type === null ? null : `it should have no body, not ${type}`
  const types = Object.keys(described.content)
  const fitting = types.find((one) => one.split(';')[0] === type || one === '*/*')
  if (!fitting) return `it is ${type ?? 'without a type'} instead of ${types.join(', ')}`
  return type?.endsWith('json') ? schemaFault(described.content[fitting].schema, body) : null
}

function schemaFault(schema: Schema, body: unknown): string | null {
  if (!checks.has(schema)) checks.set(schema, ajv.compile(within(closed(schema))))
  const check = checks.get(schema)!
  if (check(body)) return null
  const [{ instancePath, message, params }] = check.errors!
  return `its body${instancePath} ${message}: ${JSON.stringify(params)}`
}

/** Objects of answers have the fields that are described, and no others. */
function closed<T>(schema: T): T {
  if (Array.isArray(schema)) return schema.map(closed) as T
  if (schema === null || typeof schema !== 'object') return schema
  const entries = Object.entries(schema).map(([keyword, value]) => [keyword, closed(value)])
  const told = Object.fromEntries(entries) as Schema
  const isOpen = isObject(told) && told.properties && told.additionalProperties === undefined
  return (isOpen ? { ...told, additionalProperties: false } : told) as T
}

function isObject({ type }: Schema): boolean {
  return [type].flat().includes('object')
}

/** References lead into the document. */
function within<T>(schema: T): T {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#', '"$ref":"api#')) as T
}

function patternOf(path: string): RegExp {
  const parts = path.split(/\{[^}]+\}/).map((part) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[^/]+')}/?$`)
}

function variablesIn(path: string): number {
  return path.split('{').length
}
