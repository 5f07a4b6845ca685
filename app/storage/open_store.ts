import { DiskStore } from '#storage/disk_store'
import { StoreNotSet } from '#storage/errors'
import type { MediaStore } from '#storage/media_store'
import { USUAL_PATIENCE, type S3Patience, type S3Settings } from '#storage/s3/s3_settings'

export const STORE_KINDS = ['disk', 's3'] as const
export type StoreKind = (typeof STORE_KINDS)[number]

export interface StoreSettings {
  /** A folder of this machine: the disk's store, and where files arrive whatever the store is. */
  folder: string
  /** Null: no bucket is named. */
  s3: S3Settings | null
}

/**
 * The store of that kind; nothing is connected to yet.
 *
 * @param patience other than usual, with a bucket
 * @throws StoreNotSet where the settings name no bucket
 */
export async function openStore(
  kind: StoreKind,
  { folder, s3 }: StoreSettings,
  patience: Partial<S3Patience> = {}
): Promise<MediaStore> {
  if (kind === 'disk') return new DiskStore(folder)
  if (!s3) throw new StoreNotSet()
  const { S3Store } = await import('#storage/s3/s3_store') // the client takes a while to load
  return new S3Store(s3, folder, { ...USUAL_PATIENCE, ...patience })
}
