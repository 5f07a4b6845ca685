import { resolve } from 'node:path'
import app from '@adonisjs/core/services/app'
import env from '#start/env'
import type { StoreKind, StoreSettings } from '#storage/open_store'
import type { S3Settings } from '#storage/s3/s3_settings'

/** ffmpeg and ffprobe as this machine has them. */
export const binaries = { ffmpeg: env.get('FFMPEG_BINARY'), ffprobe: env.get('FFPROBE_BINARY') }

/** Where bytes live: the store is kept, scratch is emptied. Relative paths start at the root of the program. */
export const storagePath = resolve(app.makePath(), env.get('STORAGE_PATH'))
export const scratchPath = resolve(app.makePath(), env.get('SCRATCH_PATH'))

/** Which store is used, and what opens either: `app/storage/open_store.ts`. */
export const storeKind: StoreKind = env.get('STORE') ?? 'disk'
/** Where files may still be that have not moved yet; null: nowhere else. */
export const formerStoreKind: StoreKind | null = env.get('STORE_FORMER')
export const storeSettings: StoreSettings = { folder: storagePath, s3: s3Settings() }

/** Null where no bucket is named. */
function s3Settings(): StoreSettings['s3'] {
  const bucket = env.get('S3_BUCKET')
  if (!bucket) return null
  const [accessKeyId, secretAccessKey] = [
    env.get('S3_ACCESS_KEY_ID'),
    env.get('S3_SECRET_ACCESS_KEY'),
  ]
  return {
    bucket,
    prefix: env.get('S3_PREFIX'),
    endpoint: env.get('S3_ENDPOINT'),
    publicEndpoint: env.get('S3_PUBLIC_ENDPOINT'),
    region: env.get('S3_REGION'),
    isPathStyle: env.get('S3_FORCE_PATH_STYLE'),
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : null,
  }
}

/**
 * The location of an nginx in front that may send files of the store by itself, such as `/mediakeep-store/`; null: none.
 */
export const nginxStoreLocation = env.get('NGINX_STORE_LOCATION')

/** Clients are led to the bucket for films, by addresses that open them for so many seconds; 0: bytes go through us. */
export const bucketSendsForS = env.get('S3_REDIRECT_TTL')

/** Where films may come from besides ourselves, such as `https://films.s3.eu-central-1.amazonaws.com`; null: nowhere. */
export const bucketOrigin =
  storeSettings.s3 && bucketSendsForS > 0 ? originOf(storeSettings.s3) : null

function originOf({ publicEndpoint, endpoint, region, bucket, isPathStyle }: S3Settings): string {
  const server = new URL(publicEndpoint ?? endpoint ?? `https://s3.${region}.amazonaws.com`)
  return isPathStyle ? server.origin : `${server.protocol}//${bucket}.${server.host}`
}

/** Folders of this machine from which files may be taken in, with what lies below them. */
export const importPaths = env.get('IMPORT_PATHS')

/** Private addresses and hosts that may be called all the same, to import from or to send webhooks to. */
export const allowedPrivateAddresses = env.get('OUTBOUND_ALLOWED_PRIVATE')

/** What a video may be to be taken at all. */
export const intakeLimits = {
  maxSizeBytes: env.get('MAX_VIDEO_SIZE'),
  probe: {
    maxDurationS: env.get('MAX_VIDEO_DURATION'),
    maxPixels: 8192 * 8192,
    maxStreams: 64,
    maxSizeBytes: env.get('MAX_VIDEO_SIZE'),
    maxFrameRate: 1000,
    timeoutMs: 30_000,
  },
}

/** What one attempt may take, where the preset says nothing else. */
export const jobLimits = {
  maxFailures: env.get('MAX_FAILURES'),
  softTimeS: env.get('SOFT_TIME_LIMIT'),
  hardTimeS: env.get('TIME_LIMIT'),
  noProgressS: env.get('NO_PROGRESS_LIMIT'),
  memoryBytes: env.get('WORKER_MAX_MEMORY'),
  canRaiseMemory: true,
  outputBytes: env.get('OUTPUT_LIMIT'),
}

/** A worker takes no work while scratch or store have less room than this. */
export const lowDiskBytes = env.get('LOW_DISK')

/** A worker that needs more itself finishes what runs and is replaced. */
export const ownMemoryBytes = env.get('WORKER_OWN_MEMORY')

/** How events are told: `databaseUrl` is listened to, see app/webhooks/tell_webhooks.ts. */
export const tellingRules = {
  databaseUrl: env.get('DATABASE_URL'),
  keptDays: env.get('EVENTS_KEPT_DAYS'),
  stopAfterDays: env.get('WEBHOOK_STOP_AFTER_DAYS'),
}

export const redisUrl = env.get('REDIS_URL')

/** What one worker takes: of these lanes so many at the same time, and jobs whose tags are all among these. */
export const usualWork = {
  lanes: env.get('WORKER_LANES'),
  tags: env.get('WORKER_TAGS'),
  slots: { encode: env.get('WORKER_CONCURRENCY'), quick: env.get('QUICK_CONCURRENCY') },
}

/** How long running jobs may go on when a worker is told to stop. */
export const drainGraceMs = env.get('DRAIN_GRACE') * 1000

/** Of each token, in each web process. */
export const apiRequestsAMinute = env.get('API_RATE_LIMIT')

/** Renewed with each heartbeat of a worker or a scheduler, for those who supervise them; null: none. */
export const heartbeatFile = env.get('HEARTBEAT_FILE') || null
