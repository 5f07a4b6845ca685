import { StorageUnreachable } from '#storage/errors'
import type { S3Settings } from '#storage/s3/s3_settings'

/** What the client throws: an answer of the server, a fault of the network, or a time limit. */
interface Fault {
  name?: string
  code?: string
  message?: string
  $metadata?: { httpStatusCode?: number }
}

/** What was sent is not what arrived; sent again it may be. */
export class DamagedOnTheWay extends Error {
  override readonly name = 'DamagedOnTheWay'
}

const NETWORK = new Set([
  ...['ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH'],
  ...['ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'ERR_STREAM_PREMATURE_CLOSE', 'EPROTO'],
])
const NAMES = new Set([
  ...['SlowDown', 'InternalError', 'ServiceUnavailable', 'RequestTimeout', 'TimeoutError'],
  ...['Throttling', 'ThrottlingException', 'TooManyRequests', 'OperationAborted'],
  ...['ConditionalRequestConflict', 'RequestTimeTooSkewed', 'DamagedOnTheWay'],
  ...['BadDigest', 'IncompleteBody', 'XAmzContentSHA256Mismatch'],
])
const NOT_IMPLEMENTED = 501
const FULL = 507

/** Whether trying again may help: nobody refused, somebody was away, busy, or cut off. */
export function isPassing(error: unknown): boolean {
  const { name = '', code = '', message = '' } = error as Fault
  if (NAMES.has(name) || NETWORK.has(code)) return true
  const status = statusOf(error)
  return status === null ? /socket hang up|aborted|premature/i.test(message) : isBusy(status)
}

/** With 2xx the answer itself was cut. */
function isBusy(status: number): boolean {
  if (status < 300 || status === 408 || status === 429) return true
  return status >= 500 && status !== NOT_IMPLEMENTED && status !== FULL
}

/** Null where no answer came. */
export function statusOf(error: unknown): number | null {
  return (error as Fault).$metadata?.httpStatusCode ?? null
}

export function isNamed(error: unknown, ...names: string[]): boolean {
  return names.includes((error as Fault).name ?? '')
}

/** `bucket "films" at https://s3.example.org`. */
export function placeOf({ bucket, endpoint, region }: S3Settings): string {
  return `bucket "${bucket}" at ${endpoint ?? `AWS (${region})`}`
}

/**
 * The fault in words for people. What the client threw is not handed on: it carries headers, signatures and the key's id.
 */
export function explainFault(error: unknown, settings: S3Settings): StorageUnreachable {
  const [what, remedy] = wordsOf(error, settings)
  return new StorageUnreachable(what, { remedy })
}

function wordsOf(error: unknown, settings: S3Settings): [what: string, remedy: string] {
  const place = placeOf(settings)
  const status = statusOf(error)
  const name = nameOf(error)
  if (status === null) return [`${place} does not answer (${name})`, 'check S3_ENDPOINT']
  if (isNamed(error, 'NoSuchBucket')) {
    return [`there is no ${place}`, 'create it, or check S3_BUCKET']
  }
  if (isElsewhere(error)) {
    return [`${place} is of another region than ${settings.region}`, 'check S3_REGION']
  }
  if (status === 401 || status === 403) {
    const keys = 'check S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY, and what they may do there'
    return [`${place} refuses us (${name})`, keys]
  }
  return inTrouble(status, `${place} %s (${name})`)
}

function isElsewhere(error: unknown): boolean {
  if (isNamed(error, 'PermanentRedirect', 'AuthorizationHeaderMalformed')) return true
  return statusOf(error) === 301
}

function inTrouble(status: number, words: string): [what: string, remedy: string] {
  if (status === FULL) return [words.replace('%s', 'is full'), 'make room there']
  if (status >= 500 || status < 300) {
    return [words.replace('%s', 'is in trouble'), 'look at its server, then try again']
  }
  return [words.replace('%s', `answers ${status}`), 'check what begins with S3_']
}

/** Words of the server without what it may repeat of us. */
function nameOf(error: unknown): string {
  const { name, code, $metadata } = error as Fault
  const said = code ?? name ?? 'no reason given'
  const isNameless = said === 'Unknown' || said === 'UnknownError' || said === 'Error'
  return isNameless ? String($metadata?.httpStatusCode ?? 'connection lost') : said.slice(0, 60)
}
