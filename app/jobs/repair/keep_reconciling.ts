import { setTimeout as delay } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import type Reconcile from '#jobs/repair/reconcile'

const EVERY_MS = 5_000

/** Repairs at once and every five seconds until told to stop; a database that is away is waited for. */
export async function keepReconciling(reconcile: Reconcile, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await reconcile.handle().catch((error) => logger.error({ err: error }, 'reconciling failed'))
    await delay(EVERY_MS, undefined, { signal }).catch(() => undefined)
  }
}
