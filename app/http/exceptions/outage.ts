import { Exception } from '@adonisjs/core/exceptions'
import { QueueUnreachable } from '#jobs/errors'
import { MEDIA_FAILURES, MediaError } from '#media/errors'
import { StorageUnreachable } from '#storage/errors'

/** Something that Mediakeep needs does not work; the message names it and the remedy. */
export class Outage extends Exception {
  constructor(code: string, message: string, cause: unknown) {
    super(message, { status: 503, code, cause })
  }
}

/** Postgres: connection exceptions, shut down or starting, too many clients, disk full. */
const POSTGRES_AWAY = /^(08...|57P0[1-3]|53[0-3]00)$/
const NETWORK_AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EAI_AGAIN'])
const POOL_AWAY =
  /Timeout acquiring a connection|Connection terminated|timeout exceeded when trying to connect/

/** The outage behind an error, or null where it is another one. */
export function outageOf(error: unknown): Outage | null {
  return ownOutageOf(error) ?? machineOutageOf(error)
}

function ownOutageOf(error: unknown): Outage | null {
  if (error instanceof StorageUnreachable) {
    return new Outage('E_STORAGE_UNREACHABLE', `${error.message}: ${error.remedy}`, error)
  }
  if (error instanceof QueueUnreachable) {
    return new Outage('E_QUEUE_UNREACHABLE', error.message, error)
  }
  return error instanceof MediaError ? new Outage(error.code, wordsOf(error), error) : null
}

function machineOutageOf(error: unknown): Outage | null {
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string }
  if (code === 'ENOSPC') {
    return new Outage('E_DISK_FULL', 'The disk is full: free space, then send it again', error)
  }
  return isDatabaseAway(code, message) ? databaseOutage(error) : null
}

/** Redis names itself (QueueUnreachable), so what else cannot be reached is Postgres. */
function isDatabaseAway(code: string, message: string): boolean {
  return POSTGRES_AWAY.test(code) || NETWORK_AWAY.has(code) || POOL_AWAY.test(message)
}

function databaseOutage(error: unknown) {
  const message =
    'Postgres does not answer: is it running at DATABASE_URL? Nothing was changed; try again'
  return new Outage('E_DATABASE_UNREACHABLE', message, error)
}

function wordsOf({ code }: MediaError): string {
  const { sentence, remedy } = MEDIA_FAILURES[code]
  return `${sentence} ${remedy}`
}
