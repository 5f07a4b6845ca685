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

/** What is wrong with the database, with its remedy after the last colon; null where it is not to blame. */
export function explainDatabase(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const { code = '' } = error as NodeJS.ErrnoException
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

/** Host and port without the password. */
function serverOf(url: string | undefined): string {
  if (!url || !URL.canParse(url)) return 'DATABASE_URL'
  const { hostname, port } = new URL(url)
  return `${hostname || 'localhost'}:${port || 5432}`
}

/** A clause as the beginning of a sentence. */
export function upperFirst(text: string): string {
  return text.replace(/^./, (letter) => letter.toUpperCase())
}
