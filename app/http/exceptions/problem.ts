import { STATUS_CODES } from 'node:http'

/** An error as the API tells it (RFC 9457), with a code that does not change and the words for people. */
export interface Problem {
  type: 'about:blank'
  title: string
  status: number
  code: string
  detail: string
  request_id: string | null
  errors?: FieldError[]
}

export interface FieldError {
  field: string
  message: string
  rule: string
}

/** An error with a status, as the framework hands it to us. */
export interface HttpFailure {
  status: number
  code?: string
  message: string
  messages?: FieldError[]
  /** Of the body parser's errors: may the message be told? */
  expose?: boolean
}

/** What may be told of an error: of our own everything, of the unforeseen nothing but the request's id. */
export function problemOf(error: HttpFailure, requestId: string | null): Problem {
  const status = statusOf(error)
  const problem: Problem = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    ...wordsOf(error, status),
    request_id: requestId,
  }
  if (error.messages) problem.errors = error.messages.map(fieldErrorOf)
  return problem
}

function statusOf(error: HttpFailure): number {
  if (isUnreadableJson(error)) return 400
  return error.status >= 400 && error.status < 600 ? error.status : 500
}

function wordsOf(error: HttpFailure, status: number): { code: string; detail: string } {
  if (isUnreadableJson(error)) return { code: 'E_INVALID_JSON', detail: INVALID_JSON }
  if (error.messages) return { code: 'E_VALIDATION', detail: INVALID_FIELDS }
  switch (status) {
    case 401:
      return { code: 'E_UNAUTHORIZED', detail: UNAUTHORIZED }
    case 413:
      return { code: error.code ?? 'E_TOO_LARGE', detail: error.message }
    case 500:
      return { code: 'E_INTERNAL', detail: INTERNAL }
    default:
      return { code: error.code ?? `E_HTTP_${status}`, detail: error.message }
  }
}

const INVALID_JSON = 'The body is no JSON object: check it for missing quotes, brackets and commas'
const INVALID_FIELDS = 'Some fields are wrong: errors names each with what it should be'
const UNAUTHORIZED = 'Send a valid token: Authorization: Bearer mk_...'
const INTERNAL =
  'Something unforeseen went wrong: look for request_id in the log of the web process'

/** The body parser's two ways to say so. */
function isUnreadableJson(error: HttpFailure): boolean {
  const isSyntax = error instanceof SyntaxError || error instanceof RangeError
  return (isSyntax && error.status === 400) || error.message.startsWith('Invalid JSON')
}

function fieldErrorOf({ field, message, rule }: FieldError): FieldError {
  return { field, message, rule }
}
