import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { VideoBeingDeleted } from '#jobs/errors'
import { VideoNotFound } from '#videos/errors'

/**
 * Locks the video so that its jobs stay as they are until the transaction ends. @throws VideoNotFound,
 * VideoBeingDeleted: nothing is begun for a video that is about to go
 */
export async function lockVideoForWork(trx: TransactionClientContract, id: number) {
  const video = await trx
    .from('videos')
    .where('id', id)
    .forUpdate()
    .select('deletion_requested_at')
    .first()
  if (!video) throw new VideoNotFound(id)
  if (video.deletion_requested_at) throw new VideoBeingDeleted(id)
}
