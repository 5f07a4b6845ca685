const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** A person or the system asking this process to end. */
export interface StopRequest {
  /** Aborted at the first request. */
  signal: AbortSignal
  /** Settles at the first request. */
  asked: Promise<void>
  /** Aborted at the second request: now, not in order. */
  urgent: AbortSignal
  /** Stops listening. */
  forget: () => void
}

export function listenForStop(): StopRequest {
  const first = new AbortController()
  const second = new AbortController()
  const listener = () => (first.signal.aborted ? second.abort() : first.abort())
  for (const name of SIGNALS) process.on(name, listener)
  // a terminal that is gone must not keep anybody from ending in order
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  return {
    signal: first.signal,
    urgent: second.signal,
    asked: new Promise((resolve) => first.signal.addEventListener('abort', () => resolve())),
    forget: () => SIGNALS.forEach((name) => process.off(name, listener)),
  }
}
