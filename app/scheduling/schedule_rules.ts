import app from '@adonisjs/core/services/app'
import { DateTime } from 'luxon'
import { Exception } from '@adonisjs/core/exceptions'
import { validateParameters } from '#scheduling/catalogue'
import { InvalidParameters, InvalidScheduleName } from '#scheduling/errors'
import { nextDueAt } from '#scheduling/next_due_at'
import { findPresetVersion } from '#presets/find_preset_version'
import { ImportRoots } from '#videos/watched/import_roots'
import type { ScheduleAction } from '#scheduling/parameters'

const MAX_NAME_LENGTH = 100

/** The name as it is kept. @throws InvalidScheduleName */
export function cleanName(name: string): string {
  const clean = name.replace(/\s+/g, ' ').trim()
  const isFine = clean.length > 0 && clean.length <= MAX_NAME_LENGTH && !/\p{Cc}/u.test(clean)
  if (!isFine || /^\d+$/.test(clean)) throw new InvalidScheduleName(name, MAX_NAME_LENGTH)
  return clean
}

/**
 * The parameters as the action takes them. Also looks whether what they name is there, so that people learn of it when
 * they type and not when it fires.
 *
 * @throws InvalidParameters
 */
export async function checkParameters(action: ScheduleAction, parameters: unknown) {
  const checked: Record<string, unknown> = { ...(await validateParameters(action, parameters)) }
  try {
    await checkNames(action, checked)
  } catch (error) {
    if (!(error instanceof Exception)) throw error
    throw new InvalidParameters(action, [`${error.message}.`])
  }
  return checked
}

async function checkNames(
  action: ScheduleAction,
  { preset, path, moveTo }: Record<string, unknown>
) {
  if (typeof preset === 'string') await findPresetVersion(preset)
  if (action !== 'import_folder') return
  const roots = await app.container.make(ImportRoots)
  for (const folder of [path, moveTo]) if (typeof folder === 'string') roots.check(folder)
}

/**
 * When a schedule is due next after `now`; null while it is disabled. Also a disabled one is asked, so that nobody
 * enables a wrong cron later.
 *
 * @throws InvalidCron, InvalidTimeZone
 */
export function dueAfter(
  { cron, timeZone, isEnabled }: { cron: string; timeZone: string; isEnabled: boolean },
  now: Date
): DateTime | null {
  const next = nextDueAt(cron, timeZone, now)
  return isEnabled && next ? DateTime.fromJSDate(next) : null
}
