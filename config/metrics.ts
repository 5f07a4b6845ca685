import env from '#start/env'

/** Null: who calls directly from near may read. */
export const metricsToken = env.get('METRICS_TOKEN')

/** Null: no port besides the console's. */
export const metricsPort = env.get('METRICS_PORT') || null

/** The address on which the port is opened. */
export const metricsHost = env.get('HOST')

/** The host by which people reach the console, as APP_URL says it; null: it says nothing. */
export const consoleHost = hostOf(env.get('APP_URL'))

function hostOf(url: string | undefined): string | null {
  return url ? new URL(url).hostname : null
}
