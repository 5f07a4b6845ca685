import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface KeptSpan {
  service: string
  name: string
  traceId: string
  spanId: string
  parentSpanId: string | null
  kind: number
  status: number
  linkedTraceIds: string[]
  attributes: Record<string, string | number | boolean>
}

/** A collector of traces that speaks OTLP over HTTP with JSON. */
export async function collectTraces() {
  const spans: KeptSpan[] = []
  const server = createServer(async (request, response) => {
    const body = await text(request)
    if (request.url === '/v1/traces') spans.push(...spansIn(JSON.parse(body)))
    response.setHeader('content-type', 'application/json').end('{}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    spans,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

export type TraceCollector = Awaited<ReturnType<typeof collectTraces>>

interface Value {
  stringValue?: string
  intValue?: number | string
  doubleValue?: number
  boolValue?: boolean
}

interface Attribute {
  key: string
  value: Value
}

interface OtlpSpan {
  name: string
  traceId: string
  spanId: string
  parentSpanId?: string
  kind: number
  status?: { code?: number }
  links?: { traceId: string }[]
  attributes?: Attribute[]
}

interface OtlpBody {
  resourceSpans: {
    resource: { attributes: Attribute[] }
    scopeSpans: { spans: OtlpSpan[] }[]
  }[]
}

function spansIn(body: OtlpBody): KeptSpan[] {
  return body.resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = String(valuesOf(resource.attributes)['service.name'])
    return scopeSpans.flatMap(({ spans }) => spans.map((span) => keptSpan(service, span)))
  })
}

function keptSpan(service: string, span: OtlpSpan): KeptSpan {
  return {
    ...{ service, name: span.name, traceId: span.traceId, spanId: span.spanId, kind: span.kind },
    parentSpanId: span.parentSpanId || null,
    status: span.status?.code ?? 0,
    linkedTraceIds: (span.links ?? []).map(({ traceId }) => traceId),
    attributes: valuesOf(span.attributes ?? []),
  }
}

function valuesOf(attributes: Attribute[]): KeptSpan['attributes'] {
  return Object.fromEntries(
    attributes.map(({ key, value: { stringValue, intValue, doubleValue, boolValue } }) => [
      key,
      stringValue ?? doubleValue ?? boolValue ?? Number(intValue),
    ])
  )
}
