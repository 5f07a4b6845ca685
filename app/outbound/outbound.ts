import type { IncomingHttpHeaders } from 'node:http'
import { finished, type Readable } from 'node:stream'
import { deadline, orAborted, type Deadline } from '#outbound/deadline'
import { TooManyRedirects } from '#outbound/errors'
import { exchange, type AnswerHead } from '#outbound/exchange'
import { explainFailure } from '#outbound/explain_failure'
import { readAddress } from '#outbound/read_address'
import { askTheSystem, resolveHost, type FindAddresses } from '#outbound/resolve_host'
import { takeAnswer } from '#outbound/take_answer'
import type { AllowedAddresses } from '#outbound/allowed_addresses'
import type { OutboundLimits } from '#outbound/outbound_limits'

export interface OutboundCall {
  headers?: Record<string, string>
  limits: OutboundLimits
  signal?: AbortSignal
}

/** An answer that streams. */
export interface StreamedAnswer {
  /** Where the redirects ended. */
  url: URL
  /** Any status; 3xx only where it names no place to go. */
  status: number
  headers: IncomingHttpHeaders
  /** As it was sent; to be read to its end or destroyed. Errors are OutboundErrors. */
  content: Readable
}

/** An answer that was read whole, or as far as it is wanted. */
export interface BriefAnswer {
  /** Any status; a redirect is an answer like others. */
  status: number
  headers: IncomingHttpHeaders
  /** At most `limits.maxBytes`. */
  body: Buffer
  /** There was more of it. */
  isCut: boolean
  /** The IP address that answered. */
  ip: string | null
}

/**
 * The one way in which Mediakeep calls an address that somebody gave. Each name is looked up once and only what was
 * found is connected to; what is not public is refused, after every redirect as well, unless a setting allows it.
 */
export class Outbound {
  constructor(
    readonly allowed: AllowedAddresses,
    private readonly userAgent: string,
    readonly find: FindAddresses = askTheSystem
  ) {}

  /**
   * Looks whether an address may be called as things are now, without calling it.
   *
   * @throws AddressInvalid, AddressUnknown, AddressRefused
   */
  async check(address: string): Promise<URL> {
    const url = readAddress(address)
    await resolveHost(url, this)
    return url
  }

  /**
   * GETs an address and streams what it answers, for files of any size.
   *
   * @throws OutboundError until the head has arrived; later the content ends with one
   */
  async get(
    address: string,
    call: OutboundCall & { maxRedirects: number }
  ): Promise<StreamedAnswer> {
    const url = readAddress(address)
    const until = deadline(url.href, call.limits.wholeMs, call.signal)
    try {
      return await this.#follow(url, { ...call, until })
    } catch (error) {
      until.end()
      throw error
    }
  }

  /**
   * POSTs to an address, follows no redirect and reads at most `limits.maxBytes` of the answer.
   *
   * @throws OutboundError
   */
  async post(
    address: string,
    call: OutboundCall & { body: string | Buffer }
  ): Promise<BriefAnswer> {
    const url = readAddress(address)
    const until = deadline(url.href, call.limits.wholeMs, call.signal)
    try {
      const head = await this.#send(url, { ...call, method: 'POST', until })
      const { status, headers, ip } = head
      return { status, headers, ip, ...(await readBriefly(head, url, call.limits, until)) }
    } finally {
      until.end()
    }
  }

  async #follow(start: URL, call: GetCall): Promise<StreamedAnswer> {
    let url = start
    for (let hops = 0; hops <= call.maxRedirects; hops += 1) {
      const head = await this.#send(url, { ...call, method: 'GET' })
      if (!isRedirect(head)) return stream(head, url, call)
      head.body.destroy()
      url = readAddress(placeNamedBy(head), url)
    }
    throw new TooManyRedirects(start.href, call.maxRedirects)
  }

  async #send(url: URL, call: SentCall): Promise<AnswerHead> {
    const { signal } = call.until
    const host = await orAborted(resolveHost(url, this), signal)
    const headers = { ...call.headers, 'user-agent': this.userAgent }
    return exchange({ ...call, url, host, headers, signal })
  }
}

interface GetCall extends OutboundCall {
  maxRedirects: number
  until: Deadline
}

interface SentCall extends OutboundCall {
  method: 'GET' | 'POST'
  body?: string | Buffer
  until: Deadline
}

function isRedirect({ status, headers }: AnswerHead): boolean {
  return [301, 302, 303, 307, 308].includes(status) && Boolean(headers.location)
}

/** Node reads headers as Latin-1, while servers that name places in other letters send UTF-8. */
function placeNamedBy({ headers }: AnswerHead): string {
  return Buffer.from(headers.location!, 'latin1').toString()
}

function stream(head: AnswerHead, url: URL, { limits, until }: GetCall): StreamedAnswer {
  const { status, headers } = head
  const content = takeAnswer(head, { url, maxBytes: limits.maxBytes, signal: until.signal })
  finished(content, until.end)
  return { url, status, headers, content }
}

async function readBriefly(
  { body }: AnswerHead,
  url: URL,
  { maxBytes }: OutboundLimits,
  { signal }: Deadline
): Promise<{ body: Buffer; isCut: boolean }> {
  const chunks: Buffer[] = []
  let sizeBytes = 0
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      sizeBytes += chunk.length
      if (sizeBytes > maxBytes) break
    }
  } catch (error) {
    signal.throwIfAborted()
    throw explainFailure(error, url.href)
  }
  return { body: Buffer.concat(chunks).subarray(0, maxBytes), isCut: sizeBytes > maxBytes }
}
