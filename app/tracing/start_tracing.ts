import { useTracer } from '#tracing/tracer'
import type { TracingOptions } from '#tracing/tracing_options'

const FLUSH_WITHIN_MS = 1_500

/** Whether the standard variables name a collector. */
export function isTracingAsked(env: NodeJS.ProcessEnv): boolean {
  const endpoint = env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || env.OTEL_EXPORTER_OTLP_ENDPOINT
  const isOff = env.OTEL_SDK_DISABLED === 'true' || env.OTEL_TRACES_EXPORTER === 'none'
  return Boolean(endpoint) && !isOff
}

/**
 * Sends spans to the collector that the OTEL_ variables name. Where they name none nothing is loaded.
 *
 * @returns what sends the last ones, within a moment, before the process ends; null where none are sent
 */
export async function startTracing(options: TracingOptions): Promise<(() => Promise<void>) | null> {
  if (!isTracingAsked(process.env)) return null
  const { openProvider } = await import('#tracing/otel_provider')
  const { tracer, shutdown } = openProvider(options)
  useTracer(tracer)
  return async () => {
    useTracer(null)
    await atMost(FLUSH_WITHIN_MS, shutdown())
  }
}

/** Nobody waits for a collector that is away. */
async function atMost(ms: number, work: Promise<void>): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, ms).unref())
  await Promise.race([work.catch(() => undefined), late])
}
