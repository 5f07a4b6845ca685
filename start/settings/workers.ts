import { LANES as LANE_NAMES } from '#jobs/lanes/lane'
import { bytes, seconds, someOf, wholeNumber, workerTags } from '#start/settings/rules'
import type { Settings } from '#start/settings/setting'

const LANES = { path: '/lanes', words: 'Jobs at once can be lowered under Queue' }
const PRESETS = { path: '/presets', words: 'A preset may say otherwise' }

/** The workers. */
export const WORKERS = {
  WORKER_CONCURRENCY: {
    rule: wholeNumber({ default: 2, min: 1, max: 64 }),
    meaning: 'Films and sound at the same time in one worker',
    readBy: 'worker',
    live: LANES,
  },
  QUICK_CONCURRENCY: {
    rule: wholeNumber({ default: 1, min: 1, max: 64 }),
    meaning: 'Pictures at the same time in one worker, apart from films',
    readBy: 'worker',
    live: LANES,
  },
  WORKER_LANES: {
    rule: someOf(LANE_NAMES),
    meaning: 'The lanes of which a worker takes jobs',
    readBy: 'worker',
  },
  WORKER_TAGS: {
    rule: workerTags(),
    meaning: 'What the worker’s machine has: it takes jobs whose tags are all among these',
    readBy: 'worker',
    without: 'it takes jobs without tags alone',
  },
  DRAIN_GRACE: {
    rule: seconds({ default: '20s', min: '0' }),
    meaning: 'How long running jobs may go on when a worker is told to stop',
    readBy: 'worker',
  },
  WORKER_OWN_MEMORY: {
    rule: bytes({ default: '512mb', min: '32mb' }),
    meaning: 'A worker that needs more itself finishes what runs and is replaced',
    readBy: 'worker',
  },
} satisfies Settings

/** What one job may take, where its preset says nothing else. */
export const JOBS = {
  SOFT_TIME_LIMIT: {
    rule: seconds({ default: '30m', min: '1s' }),
    meaning: 'After so long, pauses left out, no further encode is begun',
    readBy: 'worker',
    live: PRESETS,
  },
  TIME_LIMIT: {
    rule: seconds({ default: '1h', min: '1s' }),
    meaning: 'After so long, pauses left out, all of it is stopped',
    readBy: 'worker',
    live: PRESETS,
  },
  NO_PROGRESS_LIMIT: {
    rule: seconds({ default: '60s', min: '1s' }),
    meaning: 'An ffmpeg that writes nothing for so long is stopped',
    readBy: 'worker',
    live: PRESETS,
  },
  WORKER_MAX_MEMORY: {
    rule: bytes({ default: '512mb', min: '64mb' }),
    meaning: 'Of one ffmpeg and its children, raised where the recipe is known to need more',
    readBy: 'worker',
    live: PRESETS,
  },
  OUTPUT_LIMIT: {
    rule: bytes({ default: '16gb', min: '1mb' }),
    meaning: 'All files that one attempt makes',
    readBy: 'worker',
    live: PRESETS,
  },
  MAX_FAILURES: {
    rule: wholeNumber({ default: 3, min: 1, max: 20 }),
    meaning:
      'A job that failed so often by itself waits for a person; workers lost count apart, three end it',
    readBy: 'all',
    live: PRESETS,
  },
} satisfies Settings
