import {
  context,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Span,
  type SpanContext,
  type Tracer as OtelTracer,
} from '@opentelemetry/api'
import { readTraceParent, writeTraceParent } from '#tracing/trace_parent'
import type { Attributes, CurrentSpan, OpenSpan, SpanRequest, Tracer } from '#tracing/tracer'

const KINDS = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
}

/** Spans as OpenTelemetry keeps them. */
export function otelTracer(otel: OtelTracer): Tracer {
  return {
    open: (request) => {
      const of = { kind: KINDS[request.kind ?? 'internal'], links: linksOf(request) }
      const within = contextFor(request)
      const span = otel.startSpan(request.name, of, within)
      span.setAttributes(known(request.attributes ?? {}))
      return openSpan(span, trace.setSpan(within, span))
    },
    current: () => named(trace.getActiveSpan()?.spanContext()),
  }
}

function openSpan(span: Span, within: Context): OpenSpan {
  return {
    traceParent: parentOf(span.spanContext()),
    set: (attributes) => void span.setAttributes(known(attributes)),
    rename: (name) => void span.updateName(name),
    fail: (reason) => {
      const message = reason instanceof Error ? reason.name : String(reason)
      span.setStatus({ code: SpanStatusCode.ERROR, message })
    },
    within: (work) => context.with(within, work),
    end: () => span.end(),
  }
}

function contextFor({ parent, link }: SpanRequest): Context {
  const remote = remoteOf(parent)
  if (remote) return trace.setSpanContext(ROOT_CONTEXT, remote)
  return parent === null || link ? ROOT_CONTEXT : context.active()
}

function linksOf({ link }: SpanRequest) {
  const remote = remoteOf(link)
  return remote ? [{ context: remote }] : []
}

function remoteOf(text: string | null | undefined): SpanContext | null {
  const read = readTraceParent(text)
  if (!read) return null
  return { traceId: read.traceId, spanId: read.spanId, traceFlags: read.flags, isRemote: true }
}

function parentOf({ traceId, spanId, traceFlags }: SpanContext): string {
  return writeTraceParent({ traceId, spanId, flags: traceFlags })
}

function named(of: SpanContext | undefined): CurrentSpan | null {
  return of ? { traceId: of.traceId, spanId: of.spanId, traceParent: parentOf(of) } : null
}

function known(attributes: Attributes) {
  const said = Object.entries(attributes).filter(([, value]) => value !== null)
  return Object.fromEntries(said) as Record<string, string | number | boolean | undefined>
}
