import string from '@adonisjs/core/helpers/string'
import { curlOf } from '#http/openapi/docs/curl'
import { exampleOf } from '#http/openapi/docs/example'
import { fieldOf, fieldsOf, type Field } from '#http/openapi/docs/fields'
import { nameOf, resolved, type Schemas } from '#http/openapi/docs/resolved'
import { codesOf } from '#http/openapi/problems'
import { openApiDocument, RESOURCES, wordsOfProblems } from '#http/openapi/document'
import type { Answer, Operation, Parameter, Resource, Schema } from '#http/openapi/described'

/** A chapter of the docs: what there is of one kind. */
export interface Chapter {
  /** Of its address. */
  slug: string
  title: string
  description: string
  operations: DocumentedOperation[]
}

export interface DocumentedOperation extends Pick<Operation, 'id' | 'summary' | 'scope'> {
  method: string
  /** Whole, such as `/api/v1/jobs/{id}`. */
  path: string
  description: string
  role: string
  parameters: (Field & { in: string })[]
  body: DocumentedBody | null
  curl: string
  answers: DocumentedAnswer[]
  problems: { status: number; code: string; words: string }[]
}

interface DocumentedBody {
  type: string
  isOptional: boolean
  /** One, or a choice of several. */
  variants: { title: string | null; fields: Field[] }[]
}

interface DocumentedAnswer {
  status: number
  description: string
  headers: readonly string[]
  /** JSON, or null for other bodies and none. */
  example: string | null
  fields: Field[]
}

/** The docs as pages show them; `serverUrl` is where this Mediakeep is reached. */
export function chapters(serverUrl: string): Chapter[] {
  const { schemas } = openApiDocument(serverUrl).components
  const words = wordsOfProblems()
  return RESOURCES.map((resource) => chapterOf(resource, { serverUrl, schemas, words }))
}

interface Context {
  serverUrl: string
  schemas: Schemas
  words: Record<string, string>
}

function chapterOf({ tag, description, operations }: Resource, context: Context): Chapter {
  return {
    slug: string.dashCase(tag),
    title: tag,
    description,
    operations: Object.entries(operations).map(([address, operation]) => {
      return documented(address, operation, context)
    }),
  }
}

function documented(address: string, operation: Operation, of: Context): DocumentedOperation {
  const [method, path] = address.split(' ')
  const { id, summary, scope, role = 'viewer', description = '' } = operation
  const parameters = [operation.path, operation.query, operation.headers].flatMap(
    (one) => one ?? []
  )
  return {
    ...{ id, summary, scope, role, description, method, path: `/api/v1${path}` },
    parameters: parameters.map((one) => documentedParameter(one, of.schemas)),
    body: operation.body ? documentedBody(operation.body, of.schemas) : null,
    curl: curlOf(requestOf(method, `${of.serverUrl}/api/v1${path}`, operation), of.schemas),
    answers: Object.entries(operation.answers).map(([status, answer]) => {
      return documentedAnswer(Number(status), answer, of.schemas)
    }),
    problems: codesOf(operation, method).map((one) => ({ ...one, words: of.words[one.code] })),
  }
}

function requestOf(method: string, address: string, operation: Operation) {
  const { path = [], query = [], scope, body, answers } = operation
  const parameters = [...path, ...query]
  const isFile = Boolean(answers[200]?.content?.['*/*'])
  return { method, address, parameters, body: body?.content, isOpen: scope === null, isFile }
}

function documentedParameter(
  { name, in: where, required, description, schema }: Parameter,
  of: Schemas
) {
  return { ...fieldOf(schema, of), name, in: where, isRequired: required, description }
}

function documentedBody(
  { content, isOptional = false }: NonNullable<Operation['body']>,
  schemas: Schemas
): DocumentedBody {
  const all = Object.entries(content)
  const variants = all.flatMap(([type, { schema }]) => {
    const title = (one: string | null) => (all.length > 1 ? type : one)
    return variantsOf(schema, schemas).map((one) => ({ ...one, title: title(one.title) }))
  })
  return { type: all.map(([type]) => type).join(' or '), isOptional, variants }
}

function variantsOf(schema: Schema, schemas: Schemas): DocumentedBody['variants'] {
  const told = resolved(schema, schemas)
  const choices = told.anyOf as Schema[] | undefined
  if (!choices) return [{ title: null, fields: fieldsOf(told, schemas) }]
  return choices.map((one) => ({
    title: variantTitle(resolved(one, schemas), nameOf(String(one.$ref))),
    fields: fieldsOf(one, schemas),
  }))
}

/** Jobs differ by their operation. */
function variantTitle(told: Schema, name: string): string {
  const { operation } = (told.properties ?? {}) as Record<string, Schema | undefined>
  const words = String(told.description ?? name)
  return operation?.const ? `${operation.const}: ${words}` : words
}

function documentedAnswer(status: number, answer: Answer, schemas: Schemas): DocumentedAnswer {
  const { description, headers = [], content } = answer
  const schema = content?.['application/json']?.schema
  return {
    ...{ status, description, headers },
    example: schema ? JSON.stringify(exampleOf(schema, schemas), null, 2) : null,
    fields: schema ? fieldsOf(schema, schemas) : [],
  }
}
