import type { Answer, Operation } from '#http/openapi/described'
import { IDEMPOTENCY_KEY, USUAL_HEADERS } from '#http/openapi/headers'
import { FIELDS } from '#http/openapi/parameters'
import { problemAnswers } from '#http/openapi/problems'

/** An operation as OpenAPI writes it down. */
export function operationObject(
  operation: Operation,
  of: { method: string; tag: string; words: Record<string, string> }
) {
  const { id, summary, description, scope, role, body, answers } = operation
  const isOpen = scope === null
  const all: Record<string, Answer> = {
    ...problemAnswers(operation, of.method, of.words),
    ...(of.method === 'POST' ? mapped(answers, replayable) : answers),
  }
  return {
    ...{ operationId: id, tags: [of.tag], summary },
    ...(description && { description }),
    ...(isOpen ? { security: [] } : { 'x-scope': scope }),
    ...(role && { 'x-role': role }),
    parameters: parametersOf(operation, of.method),
    ...(body && { requestBody: { required: !body.isOptional, content: body.content } }),
    responses: mapped(all, (answer) => answerObject(answer, isOpen)),
  }
}

function parametersOf(operation: Operation, method: string) {
  const { path = [], query = [], headers = [] } = operation
  return [...path, ...query, ...usualParameters(operation, method), ...headers]
}

function usualParameters({ answers, scope }: Operation, method: string) {
  if (method === 'POST') return [IDEMPOTENCY_KEY]
  const hasFields = scope !== null && answers[200]?.content?.['application/json']
  return method === 'GET' && hasFields ? [FIELDS] : []
}

function mapped<T>(answers: Record<string, Answer>, told: (answer: Answer) => T) {
  return Object.fromEntries(Object.entries(answers).map(([status, one]) => [status, told(one)]))
}

function replayable(answer: Answer): Answer {
  return { ...answer, headers: [...(answer.headers ?? []), 'Idempotency-Replayed'] }
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
