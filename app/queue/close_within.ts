import { setTimeout as delay } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'

const CLOSE_WITHIN_MS = 3_000

/**
 * Waits for something of BullMQ to close, and no longer than three seconds: told to end while its connection is being
 * made anew, it waits for ever, for ioredis then tells no end (BullMQ 6.7, ioredis 6.0).
 */
export async function closeWithin(close: () => Promise<unknown>): Promise<void> {
  const closed = close().then(
    () => true,
    () => true
  )
  const late = delay(CLOSE_WITHIN_MS, false, { ref: false })
  if (!(await Promise.race([closed, late]))) logger.warn('the queue did not close in time')
}
