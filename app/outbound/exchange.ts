import { once } from 'node:events'
import type { IncomingHttpHeaders } from 'node:http'
import got, { type PlainResponse, type Request } from 'got'
import { explainFailure } from '#outbound/explain_failure'
import { pinnedAgents } from '#outbound/pinned_agents'
import type { OutboundLimits } from '#outbound/outbound_limits'
import type { ResolvedHost } from '#outbound/resolve_host'

export interface OutgoingRequest {
  url: URL
  host: ResolvedHost
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body?: string | Buffer
  limits: OutboundLimits
  signal: AbortSignal
}

/** An answer whose head has arrived. */
export interface AnswerHead {
  status: number
  headers: IncomingHttpHeaders
  /** The IP address that answered. */
  ip: string | null
  /** The body as it was sent: nothing is unpacked. To be read or destroyed. */
  body: Request
}

/**
 * Sends one request and waits for the head of its answer. Follows nothing, repeats nothing, keeps no cookies and asks no
 * proxy.
 *
 * @throws OutboundError; what `signal` was aborted with
 */
export async function exchange(request: OutgoingRequest): Promise<AnswerHead> {
  const { url, signal } = request
  const body = open(request)
  try {
    const [head] = (await once(body, 'response')) as [PlainResponse]
    return { status: head.statusCode, headers: head.headers, ip: head.ip ?? null, body }
  } catch (error) {
    body.destroy()
    signal.throwIfAborted()
    throw explainFailure(error, url.href)
  }
}

function open({ url, host, method, headers, body, limits, signal }: OutgoingRequest): Request {
  const { connectMs, firstByteMs, noProgressMs } = limits
  return got.stream(url, {
    method,
    headers: { ...headers, 'accept-encoding': 'identity' },
    ...(body !== undefined && { body }),
    agent: pinnedAgents(host),
    timeout: {
      connect: connectMs,
      secureConnect: connectMs,
      response: firstByteMs,
      socket: noProgressMs,
    },
    signal,
    followRedirect: false,
    throwHttpErrors: false,
    decompress: false,
    retry: { limit: 0 },
  })
}
