export interface TracingOptions {
  /** `service.name` where OTEL_SERVICE_NAME names none. */
  service: string
  version: string
  /** Told at most once a minute of what does not reach the collector. */
  onTrouble: (message: string) => void
}
