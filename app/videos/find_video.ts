import Video from '#videos/video'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { VideoNotFound } from '#videos/errors'

const MAX_ID = 2_147_483_647

/** The video of that id, given as people type it. @throws VideoNotFound, also for what is no id */
export async function findVideo(id: number | string): Promise<Video> {
  const number = Number(id)
  const isId = Number.isInteger(number) && number > 0 && number <= MAX_ID
  const video = isId ? await Video.find(number) : null
  if (!video) throw new VideoNotFound(id)
  return video
}

/** As it is now, and stays until the transaction ends. @throws VideoNotFound */
export async function lockedVideo(id: number, trx: TransactionClientContract): Promise<Video> {
  const video = await Video.query({ client: trx }).where({ id }).forUpdate().first()
  if (!video) throw new VideoNotFound(id)
  return video
}
