import { Exception } from '@adonisjs/core/exceptions'
import { QueueUnreachable } from '#jobs/errors'
import { MediaError } from '#media/errors'
import { WrongUsage } from '#app/terminal/errors'

export interface FailureExplained {
  /** Stable, for programs. */
  code: string
  /** For people: what is wrong and what to do. */
  message: string
  isWrongUsage: boolean
}

const WRONG_USAGE = new Set([
  'E_COMMAND_NOT_FOUND',
  'E_INVALID_FLAG',
  'E_MISSING_ARG',
  'E_MISSING_ARG_VALUE',
  'E_MISSING_FLAG',
  'E_MISSING_FLAG_VALUE',
  'E_UNKNOWN_FLAG',
])

const CANNOT_CONNECT = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EAI_AGAIN',
])

const INVALID_LOGIN = ['28P01', '28000']
const NO_SUCH_DATABASE = '3D000'
const NO_SUCH_TABLE_OR_COLUMN = ['42P01', '42703']
const STARTING_OR_STOPPING = ['57P01', '57P02', '57P03']

/** What went wrong, told at the terminal in one line with its remedy. */
export function explainFailure(error: unknown): FailureExplained {
  const code = codeOf(error)
  const message = explain(error, code)
  return { code, message, isWrongUsage: error instanceof WrongUsage || WRONG_USAGE.has(code) }
}

function explain(error: unknown, code: string): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof QueueUnreachable) return `${error.message} ./ace up starts one.`
  if (error instanceof MediaError) return `${error.message} ${error.remedy}`
  if (code === 'E_INVALID_ENV_VARIABLES') return explainSettings(error)
  if (error instanceof WrongUsage) return error.message
  return explainDatabase(error, code) ?? explainRest(error)
}

function explainSettings(error: Error & { help?: string }): string {
  const wrong = (error.help ?? '').split('\n').map((line) => line.replace(/^- /, '  '))
  return ['These settings are wrong:', ...wrong].join('\n')
}

/** @returns null where the database is not to blame */
function explainDatabase(error: Error, code: string): string | null {
  const server = serverOf(process.env.DATABASE_URL)
  if (isUnreachable(error, code)) {
    return `Postgres does not answer at ${server}: start everything with ./ace up, or check DATABASE_URL`
  }
  if (INVALID_LOGIN.includes(code)) {
    return `Postgres at ${server} refuses the login: check user and password in DATABASE_URL`
  }
  if (code === NO_SUCH_DATABASE)
    return `${upperFirst(error.message)} at ${server}: check DATABASE_URL`
  if (NO_SUCH_TABLE_OR_COLUMN.includes(code)) {
    return `The database at ${server} is not up to date: run ./ace migration:run --force`
  }
  if (STARTING_OR_STOPPING.includes(code)) return `Postgres at ${server} is not ready: try again`
  return null
}

function isUnreachable(error: Error, code: string): boolean {
  if (error.name === 'KnexTimeoutError') return true
  if (/Connection terminated|timeout expired/.test(error.message)) return true
  const { syscall } = error as NodeJS.ErrnoException
  const isNetwork = syscall === 'connect' || syscall === 'getaddrinfo' || syscall === 'read'
  const isAggregate = error instanceof AggregateError
  return CANNOT_CONNECT.has(code) && (isNetwork || isAggregate)
}

function explainRest(error: Error): string {
  if (error instanceof Exception || WRONG_USAGE.has(codeOf(error))) return error.message
  return `${error.message || error.name} (this was not foreseen: LOG_LEVEL=debug shows where)`
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : 'E_UNFORESEEN'
}

/** Host and port without the password. */
function serverOf(url: string | undefined): string {
  if (!url || !URL.canParse(url)) return 'DATABASE_URL'
  const { hostname, port } = new URL(url)
  return `${hostname || 'localhost'}:${port || 5432}`
}

function upperFirst(text: string): string {
  return text.replace(/^./, (letter) => letter.toUpperCase())
}
