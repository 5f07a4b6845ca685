import type { Instance } from '#embedded/supervision/instance'
import type { StopRequest } from '#embedded/supervision/stop_request'

/** Starts the instance, tells when it is ready, and stops all of it when asked or when it fails. */
export async function runUntilStopped(
  instance: Instance,
  stop: StopRequest,
  onReady: (url: string) => Promise<void>
): Promise<void> {
  try {
    const url = await instance.start()
    await onReady(url)
    await stop.asked
  } catch (error) {
    if (!stop.signal.aborted) throw error
  } finally {
    await instance.stop()
    stop.forget()
  }
}
