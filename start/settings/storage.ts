import { fileURLToPath } from 'node:url'
import { bytes, folders, location, oneOf, seconds, text } from '#start/settings/rules'
import type { Rule, Settings } from '#start/settings/setting'

const VAR = process.env.MEDIAKEEP_VAR ?? fileURLToPath(new URL('../../var', import.meta.url))

/** A folder below `var/`, or wherever MEDIAKEEP_VAR says. */
function belowVar(name: string): Rule<string> {
  return { ...text(`${VAR}/${name}`, `/srv/mediakeep/${name}`), default: `var/${name}` }
}

/** An nginx reads the disk; it has no key to a bucket. */
function locationOfDisk(): Rule<string | null> {
  const { read, ...rule } = location()
  const readWithStore = (name: string, value?: string) => {
    const said = read(name, value)
    const isS3 = [process.env.STORE, process.env.STORE_FORMER].some((one) => one?.trim() === 's3')
    if (said === null || !isS3) return said
    throw new Error(
      `"${name}" is "${said}", but STORE or STORE_FORMER is s3: no nginx can read that, remove it`
    )
  }
  return { ...rule, read: readWithStore }
}

/** Another one than STORE, or nothing. */
function formerStore(): Rule<'disk' | 's3' | null> {
  const { read, ...rule } = oneOf(['s3', 'disk'], 'disk')
  const readOther = (name: string, value?: string) => {
    const said = value?.trim() ? read(name, value.trim()) : undefined
    if (said !== (process.env.STORE?.trim() || 'disk')) return said ?? null
    throw new Error(
      `"${name}" is "${said}", as STORE is: it names where files were before, if elsewhere`
    )
  }
  return { ...rule, read: readOther, default: null }
}

/** Where bytes live. */
export const STORAGE = {
  STORE: {
    rule: oneOf(['disk', 's3'], 'disk'),
    meaning: 'Where originals and renditions are kept: disk is STORAGE_PATH, s3 a bucket',
    readBy: 'all',
  },
  STORE_FORMER: {
    rule: formerStore(),
    meaning:
      'Where files are still read from while ./ace storage move copies them into STORE; remove it when none is left',
    readBy: 'all',
  },
  STORAGE_PATH: {
    rule: belowVar('storage'),
    meaning:
      'Originals and renditions, which are kept; with STORE=s3 only what is being uploaded, until it is whole',
    readBy: 'all',
  },
  SCRATCH_PATH: {
    rule: belowVar('scratch'),
    meaning: 'Files in the making, which are emptied',
    readBy: 'all',
  },
  NGINX_STORE_LOCATION: {
    rule: locationOfDisk(),
    meaning: 'The internal location by which an nginx in front sends files of the store itself',
    readBy: 'web',
  },
  IMPORT_PATHS: {
    rule: folders(),
    meaning: 'Folders of this server that may be imported from and watched, separated by commas',
    readBy: 'all',
  },
  LOW_DISK: {
    rule: bytes({ default: '1gb', min: '0' }),
    meaning: 'With less room in store or scratch a worker takes no work',
    readBy: 'worker',
    live: { path: '/storage', words: 'See how much room there is' },
  },
} satisfies Settings

/** What is taken in. */
export const INTAKE = {
  MAX_VIDEO_SIZE: {
    rule: bytes({ default: '2gb', min: '1' }),
    meaning: 'Larger files are refused',
    readBy: 'all',
  },
  MAX_VIDEO_DURATION: {
    rule: seconds({ default: '1h', min: '1s' }),
    meaning: 'Longer videos are refused',
    readBy: 'all',
  },
} satisfies Settings
