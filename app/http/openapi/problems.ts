import type { Answer, Operation, Schema } from '#http/openapi/described'
import { IF_MATCH } from '#http/openapi/headers'
import { MEDIA_FAILURES } from '#media/errors'

/** What each code means that several resources know. */
export const SHARED_PROBLEMS: Record<string, string> = {
  E_UNAUTHORIZED: 'No token came, or one that is wrong, has expired or was revoked.',
  E_ROLE_TOO_LOW: 'The token’s user may not do this.',
  E_SCOPE_MISSING: 'The token lacks the scope that this takes.',
  E_TOO_MANY_REQUESTS: 'This token asked too often: wait for `Retry-After`.',
  E_INTERNAL: 'Something unforeseen; the log of the web process has the `request_id`.',
  E_DATABASE_UNREACHABLE: 'Postgres does not answer. Nothing was changed.',
  E_STORAGE_UNREACHABLE: 'The store cannot be read or written.',
  E_QUEUE_UNREACHABLE: 'Redis does not answer.',
  E_DISK_FULL: 'The disk is full. Free space, then send it again.',
  E_TOO_MANY_WRONG_TOKENS: 'Too many wrong tokens came from this address: wait for `Retry-After`.',
  E_JSON_TOO_DEEP: 'The body is nested deeper than 64.',
  E_INVALID_JSON: 'The body is no JSON object.',
  E_BODY_NOT_JSON: 'The body is something else than `application/json`.',
  E_REQUEST_ENTITY_TOO_LARGE: 'The body is larger than this server takes.',
  E_VALIDATION: 'Some fields are wrong: `errors` names each with what it should be.',
  E_IDEMPOTENCY_KEY_REUSED: 'The key came with another request before.',
  E_IDEMPOTENCY_KEY_IN_FLIGHT: 'The same request of that key is still being answered.',
  E_PRECONDITION_FAILED: 'Somebody changed it since you read it: `ETag` is what it is now.',
  E_VIDEO_NOT_FOUND: 'There is no such video.',
  E_JOB_NOT_FOUND: 'There is no such job.',
  E_BATCH_NOT_FOUND: 'There is no such batch.',
  E_PRESET_NOT_FOUND: 'There is no preset of that name.',
  E_FILE_MISSING: 'The record stands, its bytes are gone from the store.',
  E_JOB_ALREADY_ACTIVE: 'The same work waits or runs for this video already.',
  E_WATERMARK_NOT_FOUND: 'There is no such watermark.',
  E_NOT_MULTIPART: 'A file is sent as `multipart/form-data`.',
  E_NO_FILE: 'The form has no file.',
  E_UNEXPECTED_FILE: 'The form has a file too many.',
  E_UPLOAD_MALFORMED: 'The form is not well-formed.',
  E_UPLOAD_INCOMPLETE: 'The file did not arrive whole: send it again.',
  ...sentencesOf(MEDIA_FAILURES),
}

/** Why a file is not taken, by what it is. */
export const FILE_REFUSALS = Object.keys(MEDIA_FAILURES)
  .filter((code) => code.startsWith('INPUT_'))
  .map((code) => `422 ${code}`)

const TO_WHOEVER_ASKS = [
  '401 E_UNAUTHORIZED',
  '403 E_SCOPE_MISSING',
  '429 E_TOO_MANY_REQUESTS',
  '429 E_TOO_MANY_WRONG_TOKENS',
]
const ALWAYS = [
  ...['500 E_INTERNAL', '503 E_DATABASE_UNREACHABLE', '503 E_STORAGE_UNREACHABLE'],
  ...['503 E_QUEUE_UNREACHABLE', '503 E_DISK_FULL'],
]
const WITH_A_BODY = [
  '400 E_INVALID_JSON',
  '400 E_JSON_TOO_DEEP',
  '415 E_BODY_NOT_JSON',
  '413 E_REQUEST_ENTITY_TOO_LARGE',
]
const WITH_A_KEY = ['409 E_IDEMPOTENCY_KEY_REUSED', '409 E_IDEMPOTENCY_KEY_IN_FLIGHT']
const HEADERS: Record<number, string[]> = {
  401: ['WWW-Authenticate'],
  403: ['WWW-Authenticate'],
  409: ['Retry-After'],
  412: ['ETag'],
  429: ['Retry-After'],
  503: ['Retry-After'],
}

/** Every way in which an operation fails, by status. */
export function problemAnswers(
  operation: Operation,
  method: string,
  words: Record<string, string>
): Record<string, Answer> {
  const codes = Map.groupBy(codesOf(operation, method), ({ status }) => status)
  return Object.fromEntries(
    [...codes].map(([status, of]) => [status, problemAnswer(status, of, words)])
  )
}

/** @returns each status and code, once */
export function codesOf(operation: Operation, method: string) {
  const said = [...usualCodes(operation, method), ...(operation.problems ?? [])]
  return [...new Set(said)].map((one) => {
    const [status, code] = one.split(' ')
    return { status: Number(status), code }
  })
}

function usualCodes({ scope, role, query, headers, body }: Operation, method: string): string[] {
  return [
    ...(scope === null ? [] : TO_WHOEVER_ASKS),
    ...(role ? ['403 E_ROLE_TOO_LOW'] : []),
    ...codesOfMethod(method, headers?.includes(IF_MATCH)),
    ...(query || body ? ['422 E_VALIDATION'] : []),
    ...ALWAYS,
  ]
}

function codesOfMethod(method: string, isVersioned = false): string[] {
  if (method === 'GET') return ['422 E_VALIDATION']
  if (method === 'POST') return [...WITH_A_BODY, ...WITH_A_KEY, '422 E_VALIDATION']
  return isVersioned ? [...WITH_A_BODY, '412 E_PRECONDITION_FAILED'] : WITH_A_BODY
}

function problemAnswer(
  status: number,
  of: { code: string }[],
  words: Record<string, string>
): Answer {
  const codes = of.map(({ code }) => code)
  const schema = { allOf: [PROBLEM, { properties: { code: { enum: codes } } }] }
  return {
    description: codes.map((code) => `\`${code}\`: ${wordsOf(code, words)}`).join('\n\n'),
    content: { 'application/problem+json': { schema } },
    headers: HEADERS[status] ?? [],
  }
}

function wordsOf(code: string, words: Record<string, string>): string {
  const found = words[code]
  if (!found) throw new Error(`Nobody says what ${code} means: add it to the resource's problems`)
  return found
}

const PROBLEM: Schema = { $ref: '#/components/schemas/Problem' }

function sentencesOf(failures: typeof MEDIA_FAILURES): Record<string, string> {
  return Object.fromEntries(
    Object.entries(failures).map(([code, { sentence }]) => [code, sentence])
  )
}
