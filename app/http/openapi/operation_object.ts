import type { Answer, Operation } from '#http/openapi/described'
import { USUAL_HEADERS } from '#http/openapi/headers'
import { withManners } from '#http/openapi/manners'
import { problemAnswers } from '#http/openapi/problems'

/** An operation as OpenAPI writes it down. */
export function operationObject(
  described: Operation,
  of: { method: string; tag: string; words: Record<string, string> }
) {
  const operation = withManners(described, of.method)
  const { id, summary, description, scope, role, body, answers } = operation
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
    parameters: parametersOf(operation),
    ...(body && { requestBody: { required: !body.isOptional, content: body.content } }),
    responses: mapped(all, (answer) => answerObject(answer, isOpen)),
  }
}

function parametersOf({ path = [], query = [], headers = [] }: Operation) {
  return [...path, ...query, ...headers]
}

function mapped<T>(answers: Record<string, Answer>, told: (answer: Answer) => T) {
  return Object.fromEntries(Object.entries(answers).map(([status, one]) => [status, told(one)]))
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
