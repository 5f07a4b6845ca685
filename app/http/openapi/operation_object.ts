import type { Answer, Operation } from '#http/openapi/described'
import { USUAL_HEADERS } from '#http/openapi/headers'
import { problemAnswers } from '#http/openapi/problems'

/** An operation as OpenAPI writes it down. */
export function operationObject(
  operation: Operation,
  of: { method: string; tag: string; words: Record<string, string> }
) {
  const { id, summary, description, scope, role, body, answers } = operation
  const { path = [], query = [], headers = [] } = operation
  const isOpen = scope === null
  const all: Record<string, Answer> = {
    ...problemAnswers(operation, of.method, of.words),
    ...answers,
  }
  return {
    ...{ operationId: id, tags: [of.tag], summary },
    ...(description && { description }),
    ...(isOpen ? { security: [] } : { 'x-scope': scope }),
    ...(role && { 'x-role': role }),
    parameters: [...path, ...query, ...headers],
    ...(body && { requestBody: { required: !body.isOptional, content: body.content } }),
    responses: Object.fromEntries(
      Object.entries(all).map(([status, answer]) => [status, answerObject(answer, isOpen)])
    ),
  }
}

function answerObject({ description, content, headers = [] }: Answer, isOpen: boolean) {
  const names = [...headers, ...(isOpen ? USUAL_HEADERS.slice(0, 1) : USUAL_HEADERS)]
  return {
    description,
    headers: Object.fromEntries(names.map((name) => [name, headerRef(name)])),
    ...(content && { content }),
  }
}

const headerRef = (name: string) => ({ $ref: `#/components/headers/${name}` })
