import { ReadError, TimeoutError } from 'got'
import {
  AddressRefused,
  AddressTimedOut,
  AddressUnreachable,
  OutboundError,
} from '#outbound/errors'

/** How request-filtering-agent, the second fence, words a refusal. */
const REFUSAL = /^DNS lookup (\S+?)\(.*\) is not allowed/

const WORDS: Record<string, string> = {
  ECONNREFUSED: 'it refuses the connection',
  ECONNRESET: 'it broke off',
  EPIPE: 'it broke off',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  EPROTO: 'it speaks no TLS',
}

const LATE: Record<string, string> = {
  connect: 'took no connection',
  secureConnect: 'made no secure connection',
  response: 'did not answer',
  socket: 'sent nothing',
}

/** Puts what went wrong while calling an address into one of our errors. */
export function explainFailure(error: unknown, address: string): OutboundError {
  if (error instanceof OutboundError) return error
  if (error instanceof TimeoutError) return tooLate(error, address)
  const { message } = error as Error
  const refused = REFUSAL.exec(message)
  if (refused) return new AddressRefused(address, refused[1])
  return new AddressUnreachable(address, wordsFor(error as Error), { cause: error })
}

function tooLate({ event, message }: TimeoutError, address: string): AddressTimedOut {
  const limitMs = Number(/(\d+)ms/.exec(message)?.[1])
  return new AddressTimedOut(address, LATE[event] ?? 'did not answer', limitMs)
}

function wordsFor(error: Error & { code?: string }): string {
  const { code = '', message } = error
  if (error instanceof ReadError) return 'it broke off'
  return WORDS[code] ?? (code.startsWith('HPE_') ? 'it speaks no HTTP' : code || message)
}
