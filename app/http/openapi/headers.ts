import type { Parameter, Schema } from '#http/openapi/described'

interface Header {
  description: string
  schema: Schema
}

/** What stands in the heads of answers, by name. */
export const ANSWER_HEADERS: Record<string, Header> = {
  'Location': header('Where what was made or begun is', 'uri-reference'),
  'Link': header('`rel="next"`: the next page of the list, where there is one'),
  'ETag': header('Changes whenever what it stands for does'),
  'X-Request-Id': header('Stands in the log of the web process; send one to choose it'),
  'X-RateLimit-Limit': count('Requests that this token has in a minute'),
  'X-RateLimit-Remaining': count('Those that are left of them'),
  'X-RateLimit-Reset': count('When it has all of them again, in seconds since 1970'),
  'RateLimit': header('The same as the IETF has it: `"token";r=599;t=60`'),
  'RateLimit-Policy': header('Requests in so many seconds: `"token";q=600;w=60`'),
  'Retry-After': count('Seconds after which it is worth asking again'),
  'Idempotency-Replayed': header('`true`: this was answered before, to the same key'),
  'WWW-Authenticate': header('How to say who asks'),
  'Allow': header('The methods that are possible here'),
  'Accept-Ranges': header('`bytes`: parts can be asked for'),
  'Content-Range': header('Which bytes came, of how many'),
  'Content-Disposition': header('Whether to show or save the file, and under which name'),
}

/** In every answer to whoever has a token. */
export const USUAL_HEADERS = [
  ...['X-Request-Id', 'X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset'],
  ...['RateLimit', 'RateLimit-Policy'],
]

/** What requests may say in their heads. */
export const RANGE: Parameter = requestHeader('Range', 'Bytes to send, such as `bytes=0-1048575`')

export const IF_RANGE: Parameter = requestHeader(
  'If-Range',
  'An `ETag`: the range holds only while the file is still that one'
)

export const IF_NONE_MATCH: Parameter = requestHeader(
  'If-None-Match',
  'An `ETag`: 304 without a body where nothing changed since'
)

export const IF_MATCH: Parameter = requestHeader(
  'If-Match',
  'The `ETag` that you have read: 412 where somebody changed it since'
)

export const IDEMPOTENCY_KEY: Parameter = requestHeader(
  'Idempotency-Key',
  'The same request of the same key within 24 hours is done once, and answered as before',
  { minLength: 1, maxLength: 255, pattern: '^[ -~]+$' }
)

export function requestHeader(name: string, description: string, schema: Schema = {}): Parameter {
  return {
    ...{ name, in: 'header', description, required: false },
    schema: { type: 'string', ...schema },
  }
}

function header(description: string, format?: string): Header {
  return { description, schema: { type: 'string', ...(format && { format }) } }
}

function count(description: string): Header {
  return { description, schema: { type: 'integer', minimum: 0 } }
}
