import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Video from '#videos/video'

/** What becomes of bytes that are here already: taken once more, answered with the video that has them, or refused. */
export const DUPLICATE_POLICIES = ['allow', 'reuse', 'reject'] as const
export type DuplicatePolicy = (typeof DUPLICATE_POLICIES)[number]

/** The oldest video of the same bytes that nobody is deleting; null where there is none. */
export async function videoOfBytes(sha256: string): Promise<Video | null> {
  return Video.query()
    .where('sha256', sha256)
    .whereNull('deletion_requested_at')
    .orderBy('id')
    .first()
}

/**
 * As videoOfBytes; nobody else can take the same bytes in, or delete what was found, before this transaction ends.
 */
export async function holdBytes(
  trx: TransactionClientContract,
  sha256: string
): Promise<Video | null> {
  await trx.rawQuery('select pg_advisory_xact_lock(hashtextextended(?, 37))', [sha256])
  return Video.query({ client: trx })
    .where('sha256', sha256)
    .whereNull('deletion_requested_at')
    .orderBy('id')
    .forShare()
    .first()
}
