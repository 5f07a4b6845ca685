import { AddressTimedOut } from '#outbound/errors'

/** Aborts when the caller does, or with AddressTimedOut once a whole call took too long. */
export interface Deadline {
  signal: AbortSignal
  /** To be called when the call has ended, however it did. */
  end: () => void
}

export function deadline(address: string, wholeMs: number, signal?: AbortSignal): Deadline {
  const late = new AbortController()
  const timer = setTimeout(
    () => late.abort(new AddressTimedOut(address, 'was not through', wholeMs)),
    wholeMs
  )
  timer.unref()
  return {
    signal: signal ? AbortSignal.any([signal, late.signal]) : late.signal,
    end: () => clearTimeout(timer),
  }
}

/** Waits for something that cannot be stopped, but no longer than until `signal` aborts. */
export async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted()
  return new Promise<T>((resolve, reject) => {
    const abort = () => reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
