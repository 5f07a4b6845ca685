import { contentTypeOf } from '#storage/s3/content_type'
import { statusOf } from '#storage/s3/s3_faults'
import type { S3Bucket } from '#storage/s3/s3_bucket'

export interface Keeping {
  localPath: string
  key: string
  sizeBytes: number
  sha256: string
  signal?: AbortSignal
}

/** Whether it was this call that wrote the key. */
export type KeepOutcome = 'kept' | 'taken'

/** What is kept with each object; its hash comes back with every HEAD and GET. */
export function describeObject({ key, sha256 }: Keeping) {
  return { ContentType: contentTypeOf(key), Metadata: { sha256 } }
}

/** A key is written once: a try whose answer was lost may have written it. */
export function onlyNew({ isConditional }: S3Bucket) {
  return isConditional ? { IfNoneMatch: '*' } : {}
}

/** Does without the condition from now on where the server does not know it. @throws the error where it is another */
export function withoutCondition<T>(bucket: S3Bucket, error: unknown, again: () => Promise<T>) {
  if (statusOf(error) !== 501 || !bucket.isConditional) throw error
  bucket.isConditional = false
  return again()
}
