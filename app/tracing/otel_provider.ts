import { context, diag, DiagLogLevel } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
  serviceNameEnvDetector,
} from '@opentelemetry/resources'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { ATTR_SERVICE_NAME, ATTR_SERVICE_VERSION } from '@opentelemetry/semantic-conventions'
import { samplerFrom } from '#tracing/otel_sampler'
import { otelTracer } from '#tracing/otel_tracer'
import type { Tracer } from '#tracing/tracer'
import type { TracingOptions } from '#tracing/tracing_options'

const TELL_EVERY_MS = 60_000

/** OpenTelemetry's SDK, which reads the OTEL_ variables itself. Loaded only where a collector is named. */
export function openProvider(options: TracingOptions): {
  tracer: Tracer
  shutdown: () => Promise<void>
} {
  tellTrouble(options.onTrouble)
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  const provider = new TracerProvider({
    resource: resourceOf(options),
    sampler: samplerFrom(process.env),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter(), ...pace() })],
  })
  const tracer = otelTracer(provider.getTracer('mediakeep', options.version))
  return { tracer, shutdown: () => provider.shutdown() }
}

/** What the environment names wins over our own. */
function resourceOf({ service, version }: TracingOptions) {
  const ours = { [ATTR_SERVICE_NAME]: service, [ATTR_SERVICE_VERSION]: version }
  const named = detectResources({ detectors: [envDetector, serviceNameEnvDetector] })
  return defaultResource().merge(resourceFromAttributes(ours)).merge(named)
}

/** The SDK's own unless OTEL_BSP_SCHEDULE_DELAY says otherwise, in milliseconds. */
function pace() {
  const scheduledDelayMillis = Number(process.env.OTEL_BSP_SCHEDULE_DELAY)
  return scheduledDelayMillis > 0 ? { scheduledDelayMillis } : {}
}

/** A collector may be away for hours: that is said seldom, and nothing waits for it. */
function tellTrouble(onTrouble: (message: string) => void) {
  let toldAt = -TELL_EVERY_MS
  const tell = (message: string) => {
    if (performance.now() - toldAt < TELL_EVERY_MS) return
    toldAt = performance.now()
    onTrouble(message)
  }
  const silent = () => undefined
  const logger = { error: tell, warn: tell, info: silent, debug: silent, verbose: silent }
  diag.setLogger(logger, DiagLogLevel.WARN)
}
