import { openApiDocument } from '#http/openapi/document'
import type { Schema } from '#http/openapi/described'

type Properties = Record<string, Schema>
type Described = { responses: Record<string, { content?: Record<string, { schema: Schema }> }> }

let read: ReturnType<typeof openApiDocument> | undefined

/**
 * Names of the fields that a GET answers with, by its route: those of each thing in the list where it is one. They are
 * those of the API's description, which tests hold to the truth. Null where the answer has none, as a file.
 */
export function knownFields(pattern: string): string[] | null {
  const whole = propertiesOf(answerOf(pattern))
  const items = whole?.data?.items as Schema | undefined
  const fields = items ? propertiesOf(items) : whole
  return fields && Object.keys(fields)
}

function answerOf(pattern: string): Schema | undefined {
  const { paths } = (read ??= openApiDocument(''))
  const path = pattern.replace('/api/v1', '').replace(/:(\w+)/g, '{$1}')
  const operation = paths[path]?.get as unknown as Described | undefined
  return operation?.responses[200]?.content?.['application/json']?.schema
}

function propertiesOf(schema: Schema | undefined): Properties | null {
  const name = String(schema?.$ref ?? '')
    .split('/')
    .at(-1)
  const found = name ? read?.components.schemas[name] : schema
  return (found?.properties as Properties | undefined) ?? null
}
