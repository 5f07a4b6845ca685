import { fileURLToPath } from 'node:url'
import { Env } from '@adonisjs/core/env'
import { addresses, bytes, folders, location, seconds, text, wholeNumber } from '#start/env_rules'

const ROOT = new URL('../', import.meta.url)
const MIB = 1024 * 1024
const VAR = process.env.MEDIAKEEP_VAR ?? fileURLToPath(new URL('var', ROOT))

/**
 * Every setting, validated when the application boots, all errors told at once.
 * Sizes are bytes or `500mb`, times are seconds or `30m`.
 */
export default await Env.create(ROOT, {
  NODE_ENV: Env.schema.enum(['development', 'production', 'test'] as const),
  HOST: text('127.0.0.1'),
  PORT: wholeNumber({ default: 3333, min: 1, max: 65_535 }),
  APP_URL: Env.schema.string.optional({ format: 'url', tld: false }),
  APP_KEY: Env.schema.secret({
    message: 'APP_KEY is missing: run ./ace up once, or set 32 random characters',
  }),
  LOG_LEVEL: Env.schema.enum.optional([
    'trace',
    'debug',
    'info',
    'warn',
    'error',
    'fatal',
  ] as const),
  ALLOWED_ORIGINS: text(''),
  API_RATE_LIMIT: wholeNumber({ default: 600, min: 1, max: 1_000_000 }),
  OUTBOUND_ALLOWED_PRIVATE: addresses(),

  DATABASE_URL: Env.schema.string({
    message: 'DATABASE_URL is missing: run ./ace up, or name a Postgres server in .env',
  }),
  REDIS_URL: Env.schema.string({
    message: 'REDIS_URL is missing: run ./ace up, or name a Redis server in .env',
  }),

  FFMPEG_BINARY: text('ffmpeg'),
  FFPROBE_BINARY: text('ffprobe'),
  MEDIA_JAIL: Env.schema.enum.optional(['auto', 'off'] as const),
  STORAGE_PATH: text(`${VAR}/storage`),
  SCRATCH_PATH: text(`${VAR}/scratch`),
  IMPORT_PATHS: folders(),
  NGINX_STORE_LOCATION: location(),

  MAX_VIDEO_SIZE: bytes({ default: 2048 * MIB, min: 1 }),
  MAX_VIDEO_DURATION: seconds({ default: 3600, min: 1 }),
  WORKER_CONCURRENCY: wholeNumber({ default: 2, min: 1, max: 64 }),
  QUICK_CONCURRENCY: wholeNumber({ default: 1, min: 1, max: 64 }),
  DRAIN_GRACE: seconds({ default: 20, min: 0 }),
  SOFT_TIME_LIMIT: seconds({ default: 1800, min: 1 }),
  TIME_LIMIT: seconds({ default: 3600, min: 1 }),
  NO_PROGRESS_LIMIT: seconds({ default: 60, min: 1 }),
  WORKER_MAX_MEMORY: bytes({ default: 512 * MIB, min: 64 * MIB }),
  WORKER_OWN_MEMORY: bytes({ default: 512 * MIB, min: 32 * MIB }),
  OUTPUT_LIMIT: bytes({ default: 16 * 1024 * MIB, min: MIB }),
  MAX_FAILURES: wholeNumber({ default: 3, min: 1, max: 20 }),
  LOW_DISK: bytes({ default: 1024 * MIB, min: 0 }),
  EVENTS_KEPT_DAYS: wholeNumber({ default: 30, min: 2, max: 3650 }),
  WEBHOOK_STOP_AFTER_DAYS: wholeNumber({ default: 5, min: 1, max: 365 }),
})
