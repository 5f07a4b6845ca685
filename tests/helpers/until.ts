import { setTimeout as delay } from 'node:timers/promises'

/** Often enough to be quick, seldom enough to leave the processor to what is waited for. */
const LOOK_EVERY_MS = 25

/** Waits for a condition. @throws where it does not come true in time */
export async function until(isTrue: () => Promise<boolean>, timeoutMs = 30_000) {
  const deadline = performance.now() + timeoutMs
  while (!(await isTrue())) {
    if (performance.now() > deadline) throw new Error(`Not true within ${timeoutMs} ms`)
    await delay(LOOK_EVERY_MS)
  }
}
