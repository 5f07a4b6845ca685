import { Secret } from '@adonisjs/core/helpers'
import { seconds, text } from '#start/settings/rules'
import type { Rule, Settings } from '#start/settings/setting'

const isS3 = () => [process.env.STORE, process.env.STORE_FORMER].some((one) => one?.trim() === 's3')

/** Must be there with STORE=s3. */
function bucket(): Rule<string | null> {
  const read = (name: string, value?: string) => {
    const said = value?.trim() ?? ''
    if (said === '' && isS3()) {
      throw new Error(`"${name}" is missing: STORE or STORE_FORMER is s3, so name the bucket`)
    }
    if (said === '' || /^[\w.-]{3,255}$/.test(said)) return said || null
    throw new Error(`"${name}" is "${said}": give the bucket's name alone, such as mediakeep`)
  }
  return { read, kind: 'text', default: null, range: null, example: 'mediakeep' }
}

function endpoint(): Rule<string | null> {
  const example = 'https://s3.example.org'
  const read = (name: string, value?: string) => {
    const said = value?.trim() ?? ''
    if (said === '') return null
    if (isPlainAddress(said)) return said
    throw new Error(`"${name}" must be an address without a user or a question, such as ${example}`)
  }
  return { read, kind: 'text', default: null, range: 'http:// or https://', example }
}

function isPlainAddress(said: string): boolean {
  if (!URL.canParse(said)) return false
  const { protocol, username, password, search, hash } = new URL(said)
  return /^https?:$/.test(protocol) && username + password + search + hash === ''
}

/** A folder of the bucket with a slash at its end, or nothing. */
function prefix(): Rule<string> {
  const read = (name: string, value?: string) => {
    const said = (value ?? '').trim().replaceAll(/^\/+|\/+$/g, '')
    if (said === '') return ''
    if (/^[\w.-]+(\/[\w.-]+)*$/.test(said)) return `${said}/`
    throw new Error(`"${name}" is "${value}": give letters, digits and slashes, such as films`)
  }
  return { read, kind: 'text', default: null, range: null, example: 'films' }
}

/** One of the two alone is a mistake. The value is never told. */
function half<T>(
  other: string,
  kind: 'text' | 'secret',
  make: (said: string) => T
): Rule<T | null> {
  const read = (name: string, value?: string) => {
    const said = value?.trim() ?? ''
    if (said === '' && process.env[other]?.trim()) {
      throw new Error(`"${name}" is missing: ${other} is set, and they belong together`)
    }
    return said === '' ? null : make(said)
  }
  return { read, kind, default: null, range: null, example: 'as the bucket’s owner gave it' }
}

function pathStyle(): Rule<boolean> {
  const read = (name: string, value?: string) => {
    const said = value?.trim().toLowerCase() ?? ''
    if (said === '') return Boolean(process.env.S3_ENDPOINT?.trim())
    if (said === 'true' || said === 'false') return said === 'true'
    throw new Error(`"${name}" is "${value}": give true or false`)
  }
  return { read, kind: 'text', default: null, range: 'true, false', example: 'true' }
}

/** The bucket where STORE is s3, or to which the library is moved. */
export const S3 = {
  S3_BUCKET: {
    rule: bucket(),
    meaning: 'The bucket that holds originals and renditions',
    readBy: 'all',
  },
  S3_ENDPOINT: {
    rule: endpoint(),
    meaning: 'The address of a server that speaks S3',
    readBy: 'all',
    without: 'that of AWS for S3_REGION',
  },
  S3_REGION: {
    rule: text('us-east-1', 'eu-central-1'),
    meaning: 'The region of the bucket; most servers besides AWS take any',
    readBy: 'all',
  },
  S3_PREFIX: {
    rule: prefix(),
    meaning: 'A folder of the bucket, where Mediakeep does not have it for itself',
    readBy: 'all',
  },
  S3_ACCESS_KEY_ID: {
    rule: half('S3_SECRET_ACCESS_KEY', 'secret', (said) => said),
    meaning: 'Who Mediakeep is at the bucket: it may list, read, write and remove there',
    readBy: 'all',
    without: 'the role that AWS gave the machine',
  },
  S3_SECRET_ACCESS_KEY: {
    rule: half('S3_ACCESS_KEY_ID', 'secret', (said) => new Secret(said)),
    meaning: 'What proves it',
    readBy: 'all',
  },
  S3_FORCE_PATH_STYLE: {
    rule: pathStyle(),
    meaning:
      'Whether the bucket stands in the path of addresses rather than in the name of the host',
    readBy: 'all',
    without: 'true where S3_ENDPOINT is set',
  },
  S3_REDIRECT_TTL: {
    rule: seconds({ default: '0s', min: '0s', max: '7d' }),
    meaning:
      'Players and downloads of whole films are led to the bucket itself, by addresses that open for so long; 0s: all bytes go through the web process',
    readBy: 'web',
  },
  S3_PUBLIC_ENDPOINT: {
    rule: endpoint(),
    meaning: 'Where the people who are led there reach the server of the bucket',
    readBy: 'web',
    without: 'S3_ENDPOINT',
  },
} satisfies Settings
