export type Attributes = Record<string, string | number | boolean | null | undefined>

export interface SpanRequest {
  name: string
  /** Left out: something within this process. */
  kind?: 'server' | 'client' | 'producer' | 'consumer'
  attributes?: Attributes
  /** A W3C traceparent of another process; left out: whatever runs here now. */
  parent?: string | null
  /** Of what asked for this without being a part of the same trace. */
  link?: string | null
}

/** A piece of work that is being timed. */
export interface OpenSpan {
  /** W3C: what another process names it by. */
  readonly traceParent: string
  set(attributes: Attributes): void
  rename(name: string): void
  fail(reason: unknown): void
  /** What is begun within the work becomes a part of this. */
  within<T>(work: () => T): T
  end(): void
}

export interface CurrentSpan {
  traceId: string
  spanId: string
  traceParent: string
}

/** What keeps spans, where an exporter is configured. */
export interface Tracer {
  open(request: SpanRequest): OpenSpan
  /** Null: nothing is being timed. */
  current(): CurrentSpan | null
}

let tracer: Tracer | null = null

/** From now on spans are kept; null: no longer. */
export function useTracer(one: Tracer | null) {
  tracer = one
}

/** Opens a span that somebody must end; null where none are kept. */
export function openSpan(request: SpanRequest): OpenSpan | null {
  return tracer?.open(request) ?? null
}

/** Times the work as a span, which fails where the work throws. Where none are kept it only does the work. */
export async function inSpan<T>(
  request: SpanRequest,
  work: (span: OpenSpan | null) => Promise<T>
): Promise<T> {
  const span = openSpan(request)
  if (!span) return work(null)
  try {
    return await span.within(() => work(span))
  } catch (error) {
    span.fail(error)
    throw error
  } finally {
    span.end()
  }
}

/** Null where nothing is being timed. */
export function currentSpan(): CurrentSpan | null {
  return tracer?.current() ?? null
}
