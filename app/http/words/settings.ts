/** How a value is read and shown. */
type SettingKind = 'text' | 'number' | 'bytes' | 'seconds' | 'address' | 'secret'

export interface SettingWords {
  name: string
  kind: SettingKind
  /** What it does, in a sentence without its full stop. */
  meaning: string
  /** Which processes read it when they start. */
  readBy: 'web' | 'worker' | 'all'
  /** Where people change what it says, without a restart. */
  live?: { path: string; words: string }
}

const LANES = { path: '/lanes', words: 'Jobs at once can be lowered under Queue' }
const PRESETS = { path: '/presets', words: 'A preset may say otherwise' }

/** Every setting, in groups. */
export const SETTING_GROUPS: { title: string; settings: SettingWords[] }[] = [
  {
    title: 'Console and API',
    settings: [
      {
        name: 'APP_URL',
        kind: 'text',
        meaning:
          'Where people reach the console: links in invitations begin with it, and cookies are for TLS alone where it says https',
        readBy: 'web',
      },
      {
        name: 'HOST',
        kind: 'text',
        meaning: 'The address to listen on: 127.0.0.1 is this machine alone, 0.0.0.0 every network',
        readBy: 'web',
      },
      { name: 'PORT', kind: 'number', meaning: 'The port to listen on', readBy: 'web' },
      {
        name: 'ALLOWED_ORIGINS',
        kind: 'text',
        meaning: 'Other sites whose pages may call the API, separated by commas',
        readBy: 'web',
      },
      {
        name: 'API_RATE_LIMIT',
        kind: 'number',
        meaning: 'Requests that each API token has in a minute, of each web process',
        readBy: 'web',
      },
      {
        name: 'OUTBOUND_ALLOWED_PRIVATE',
        kind: 'text',
        meaning:
          'Private addresses, ranges and hosts that may be called though they are not public, separated by commas',
        readBy: 'all',
      },
      {
        name: 'APP_KEY',
        kind: 'secret',
        meaning: 'Signs sessions and encrypts cookies: another one signs everybody out',
        readBy: 'all',
      },
    ],
  },
  {
    title: 'Servers and programs',
    settings: [
      {
        name: 'DATABASE_URL',
        kind: 'address',
        meaning: 'The Postgres server, which holds everything but bytes',
        readBy: 'all',
      },
      {
        name: 'REDIS_URL',
        kind: 'address',
        meaning: 'The Redis server, which reminds workers',
        readBy: 'all',
      },
      { name: 'FFMPEG_BINARY', kind: 'text', meaning: 'The program that encodes', readBy: 'all' },
      {
        name: 'FFPROBE_BINARY',
        kind: 'text',
        meaning: 'The program that looks at files',
        readBy: 'all',
      },
      {
        name: 'MEDIA_JAIL',
        kind: 'text',
        meaning:
          'auto: ffmpeg has no network and sees its own files alone, where bubblewrap works; off: never',
        readBy: 'all',
      },
      { name: 'NODE_ENV', kind: 'text', meaning: 'production, development or test', readBy: 'all' },
      {
        name: 'LOG_LEVEL',
        kind: 'text',
        meaning: 'trace, debug, info, warn, error or fatal',
        readBy: 'all',
      },
    ],
  },
  {
    title: 'Where bytes live',
    settings: [
      {
        name: 'STORAGE_PATH',
        kind: 'text',
        meaning: 'Originals and renditions, which are kept',
        readBy: 'all',
      },
      {
        name: 'SCRATCH_PATH',
        kind: 'text',
        meaning: 'Files in the making, which are emptied',
        readBy: 'all',
      },
      {
        name: 'NGINX_STORE_LOCATION',
        kind: 'text',
        meaning: 'The internal location by which an nginx in front sends files of the store itself',
        readBy: 'web',
      },
      {
        name: 'IMPORT_PATHS',
        kind: 'text',
        meaning: 'Folders of this server that may be imported from and watched',
        readBy: 'all',
      },
      {
        name: 'LOW_DISK',
        kind: 'bytes',
        meaning: 'With less room in store or scratch a worker takes no work',
        readBy: 'worker',
        live: { path: '/storage', words: 'See how much room there is' },
      },
    ],
  },
  {
    title: 'What is taken in',
    settings: [
      { name: 'MAX_VIDEO_SIZE', kind: 'bytes', meaning: 'Larger files are refused', readBy: 'all' },
      {
        name: 'MAX_VIDEO_DURATION',
        kind: 'seconds',
        meaning: 'Longer videos are refused',
        readBy: 'all',
      },
    ],
  },
  {
    title: 'Events and webhooks',
    settings: [
      {
        name: 'EVENTS_KEPT_DAYS',
        kind: 'number',
        meaning: 'Events and what is known of their deliveries are forgotten after so many days',
        readBy: 'all',
      },
      {
        name: 'WEBHOOK_STOP_AFTER_DAYS',
        kind: 'number',
        meaning: 'A webhook that took nothing for so many days is turned off',
        readBy: 'all',
        live: { path: '/webhooks', words: 'See how they are' },
      },
    ],
  },
  {
    title: 'Workers',
    settings: [
      {
        name: 'WORKER_CONCURRENCY',
        kind: 'number',
        meaning: 'Films and sound at the same time in one worker',
        readBy: 'worker',
        live: LANES,
      },
      {
        name: 'QUICK_CONCURRENCY',
        kind: 'number',
        meaning: 'Pictures at the same time in one worker, apart from films',
        readBy: 'worker',
        live: LANES,
      },
      {
        name: 'DRAIN_GRACE',
        kind: 'seconds',
        meaning: 'How long running jobs may go on when a worker is told to stop',
        readBy: 'worker',
      },
      {
        name: 'WORKER_OWN_MEMORY',
        kind: 'bytes',
        meaning: 'A worker that needs more itself finishes what runs and is replaced',
        readBy: 'worker',
      },
    ],
  },
  {
    title: 'What one job may take',
    settings: [
      {
        name: 'SOFT_TIME_LIMIT',
        kind: 'seconds',
        meaning: 'After so long no further encode is begun',
        readBy: 'worker',
        live: PRESETS,
      },
      {
        name: 'TIME_LIMIT',
        kind: 'seconds',
        meaning: 'After so long all of it is stopped',
        readBy: 'worker',
        live: PRESETS,
      },
      {
        name: 'NO_PROGRESS_LIMIT',
        kind: 'seconds',
        meaning: 'An ffmpeg that writes nothing for so long is stopped',
        readBy: 'worker',
        live: PRESETS,
      },
      {
        name: 'WORKER_MAX_MEMORY',
        kind: 'bytes',
        meaning: 'Of one ffmpeg and its children, raised where the recipe is known to need more',
        readBy: 'worker',
        live: PRESETS,
      },
      {
        name: 'OUTPUT_LIMIT',
        kind: 'bytes',
        meaning: 'All files that one attempt makes',
        readBy: 'worker',
        live: PRESETS,
      },
      {
        name: 'MAX_FAILURES',
        kind: 'number',
        meaning: 'A job that failed so often by itself waits for a person',
        readBy: 'all',
        live: PRESETS,
      },
    ],
  },
]
