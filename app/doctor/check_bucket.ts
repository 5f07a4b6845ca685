import { StorageUnreachable } from '#storage/errors'
import { placeOf } from '#storage/s3/s3_faults'
import { upperFirst } from '#app/doctor/explain_database'
import { ok, wrong, type Diagnosis } from '#app/doctor/diagnosis'
import type { S3Settings } from '#storage/s3/s3_settings'
import type { StoreCheck } from '#storage/store_check'

/** Whether a file can be written to the bucket, read and removed. */
export async function checkBucket(check: StoreCheck, settings: S3Settings): Promise<Diagnosis> {
  try {
    await check.tryOut()
    return ok('store', `The ${placeOf(settings)} takes, gives back and removes files`)
  } catch (error) {
    if (error instanceof StorageUnreachable) {
      return wrong('store', error.message, upperFirst(error.remedy), 'bucket-away')
    }
    throw error
  }
}
