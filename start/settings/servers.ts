import { oneOf, oneOfNeeded, server, text, url } from '#start/settings/rules'
import type { Settings } from '#start/settings/setting'

/** The servers and programs that Mediakeep stands on. */
export const SERVERS = {
  DATABASE_URL: {
    rule: server(
      'postgres://mediakeep:password@db.example.org:5432/mediakeep',
      'DATABASE_URL is missing: run ./ace up, or name a Postgres server in .env'
    ),
    meaning: 'The Postgres server, which holds everything but bytes',
    readBy: 'all',
    without: './ace up runs a private one',
  },
  REDIS_URL: {
    rule: server(
      'redis://:password@redis.example.org:6379/0',
      'REDIS_URL is missing: run ./ace up, or name a Redis server in .env'
    ),
    meaning: 'The Redis server, which reminds workers',
    readBy: 'all',
    without: './ace up runs a private one',
  },
  FFMPEG_BINARY: {
    rule: text('ffmpeg', '/opt/ffmpeg/bin/ffmpeg'),
    meaning: 'The program that encodes',
    readBy: 'all',
  },
  FFPROBE_BINARY: {
    rule: text('ffprobe', '/opt/ffmpeg/bin/ffprobe'),
    meaning: 'The program that looks at files',
    readBy: 'all',
  },
  MEDIA_JAIL: {
    rule: oneOf(['auto', 'off'], 'auto'),
    meaning:
      'auto: ffmpeg has no network and sees its own files alone, where bubblewrap (bwrap) works; off: never',
    readBy: 'all',
  },
  NODE_ENV: {
    rule: oneOfNeeded(['development', 'production', 'test']),
    meaning: 'What it runs for',
    readBy: 'all',
    without: 'production, by ./ace',
  },
  LOG_LEVEL: {
    rule: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal'], 'info'),
    meaning: 'What is worth a line in the log; of a command that ends by itself only what is fatal',
    readBy: 'all',
  },
  HEARTBEAT_FILE: {
    rule: text('', '/tmp/heartbeat'),
    meaning:
      'A file that a worker or a scheduler touches every five seconds while it works, for who supervises it; of each process its own',
    readBy: 'all',
    without: 'none is touched',
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    rule: url('http://collector.example.org:4318'),
    meaning:
      'The collector that is sent traces over HTTP; OpenTelemetry’s other variables hold, too: OTEL_SERVICE_NAME, OTEL_TRACES_SAMPLER and so on',
    readBy: 'all',
    without: 'no traces are kept, and nothing of OpenTelemetry is loaded',
  },
} satisfies Settings
