import type { Answer, Operation } from '#http/openapi/described'
import { IDEMPOTENCY_KEY, IF_NONE_MATCH } from '#http/openapi/headers'
import { FIELDS } from '#http/openapi/parameters'

/** An operation with what all of its method take and answer besides. */
export function withManners(operation: Operation, method: string): Operation {
  if (operation.scope === null) return operation
  if (method === 'POST') return keyed(operation)
  return operation.answers[200]?.content?.['application/json']
    ? tagged(operation, method)
    : operation
}

function keyed(operation: Operation): Operation {
  const answers = Object.entries(operation.answers).map(([status, answer]) => {
    return [status, withHeader(answer, 'Idempotency-Replayed')]
  })
  return {
    ...operation,
    headers: [...(operation.headers ?? []), IDEMPOTENCY_KEY],
    answers: Object.fromEntries(answers),
  }
}

function tagged(operation: Operation, method: string): Operation {
  const { query = [], headers = [], answers } = operation
  const told = { ...answers, 200: withHeader(answers[200], 'ETag') }
  if (method !== 'GET') return { ...operation, answers: told }
  return {
    ...operation,
    query: [...query, FIELDS],
    headers: [...headers, IF_NONE_MATCH],
    answers: { ...told, 304: NOT_MODIFIED },
  }
}

const NOT_MODIFIED: Answer = { description: 'It is what you have already', headers: ['ETag'] }

function withHeader(answer: Answer, name: string): Answer {
  return { ...answer, headers: [...(answer.headers ?? []), name] }
}
