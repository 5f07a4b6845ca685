import { Exception } from '@adonisjs/core/exceptions'
import { QueueUnreachable } from '#jobs/errors'
import { explainDatabase } from '#app/doctor/explain_database'
import { MediaError } from '#media/errors'
import { StorageUnreachable } from '#storage/errors'
import { WrongUsage } from '#app/terminal/errors'

const SETTINGS_HELP = './ace settings shows what is in force, docs/settings.md what is allowed'

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

/** What went wrong, told at the terminal in one line with its remedy. */
export function explainFailure(error: unknown): FailureExplained {
  const code = codeOf(error)
  const message = explain(error, code)
  return { code, message, isWrongUsage: error instanceof WrongUsage || WRONG_USAGE.has(code) }
}

function explain(error: unknown, code: string): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof QueueUnreachable) return `${error.message} ./ace up starts one.`
  if (error instanceof StorageUnreachable) return `${error.message}: ${error.remedy}`
  if (error instanceof MediaError) return `${error.message} ${error.remedy}`
  if (code === 'E_INVALID_ENV_VARIABLES') return explainSettings(error)
  if (error instanceof WrongUsage) return error.message
  return explainDatabase(error) ?? explainRest(error)
}

function explainSettings(error: Error & { help?: string }): string {
  const wrong = (error.help ?? '').split('\n').map((line) => line.replace(/^- /, '  '))
  return ['These settings are wrong:', ...wrong, SETTINGS_HELP].join('\n')
}

function explainRest(error: Error): string {
  if (error instanceof Exception || WRONG_USAGE.has(codeOf(error))) return error.message
  return `${error.message || error.name} (this was not foreseen: LOG_LEVEL=debug shows where)`
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : 'E_UNFORESEEN'
}
