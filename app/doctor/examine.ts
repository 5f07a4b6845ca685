import { totalmem } from 'node:os'
import app from '@adonisjs/core/services/app'
import { binaries, jobLimits, lowDiskBytes, redisUrl } from '#config/mediakeep'
import { scratchPath, storagePath, storeKind, storeSettings, usualWork } from '#config/mediakeep'
import { checkDisk } from '#app/doctor/check_disk'
import { checkBucket } from '#app/doctor/check_bucket'
import { checkMedia, checkPresets } from '#app/doctor/check_media'
import { checkPostgres } from '#app/doctor/check_postgres'
import { checkRedis } from '#app/doctor/check_redis'
import { checkRepairs } from '#app/doctor/check_repairs'
import { checkSettings } from '#app/doctor/check_settings'
import { checkWork } from '#app/doctor/check_work'
import { StoreCheck } from '#storage/store_check'
import type { Actor } from '#accounts/actor'
import type { Diagnosis } from '#app/doctor/diagnosis'

/**
 * Looks at the machine, the servers and the data. What cannot be looked at because a server is away is left out: that
 * it is away is the finding.
 *
 * @param fixBy who repairs what can be repaired; null: nobody
 */
export async function examine(fixBy: Actor | null): Promise<Diagnosis[]> {
  const [media, disk, store, redis, postgres] = await Promise.all([
    checkMedia(binaries),
    checkDisk({ storagePath, scratchPath, lowDiskBytes, isStoreRemote: storeKind === 's3' }),
    checkStore(),
    checkRedis(redisUrl),
    checkPostgres(),
  ])
  const machine = [
    ...media,
    ...disk,
    ...store,
    ...checkSettings(settings()),
    ...redis,
    ...postgres.found,
  ]
  return postgres.answers ? [...machine, ...(await examineData(fixBy))] : machine
}

/** The disk's own store is looked at as a disk. */
async function checkStore(): Promise<Diagnosis[]> {
  if (storeKind === 'disk') return []
  const check = await app.container.make(StoreCheck)
  return [await checkBucket(check, storeSettings.s3!)]
}

async function examineData(fixBy: Actor | null): Promise<Diagnosis[]> {
  return [
    ...(await checkPresets(binaries)),
    ...(await checkWork(jobLimits.hardTimeS)),
    ...(await checkRepairs(fixBy)),
  ]
}

function settings() {
  const { softTimeS, hardTimeS, noProgressS, memoryBytes } = jobLimits
  const limits = { softTimeS, hardTimeS, noProgressS, memoryBytes }
  const machine = { concurrency: usualWork.slots.encode, totalMemoryBytes: totalmem() }
  return { ...limits, ...machine, storagePath, scratchPath }
}
