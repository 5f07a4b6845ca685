import app from '@adonisjs/core/services/app'
import vine from '@vinejs/vine'
import { Exception } from '@adonisjs/core/exceptions'
import { jobCauses } from '#jobs/failure_causes'
import { previewBatch } from '#jobs/batches/preview_batch'
import ApplyRetention, { retentionWords } from '#jobs/retention/apply_retention'
import { mediakeep } from '#accounts/actor'
import { presetsOnOffer } from '#presets/presets_on_offer'
import { batchRequestOf } from '#scheduling/actions/start_video_batch'
import { MISSED_POLICIES } from '#scheduling/missed_policy'
import { nextDueTimes } from '#scheduling/next_due_at'
import { checkParameters } from '#scheduling/schedule_rules'
import { ImportRoots } from '#videos/watched/import_roots'
import { listTags } from '#videos/list_tags'
import { VIDEO_STATUSES } from '#videos/video_status'
import { cronWords } from '#http/words/cron'
import { plural } from '#http/words/labels'
import { dueTimes, DAY_NAMES, MISSED_LABELS } from '#http/words/schedules'
import type { ActionParameters, ScheduleAction } from '#scheduling/parameters'

const NEXT_SHOWN = 10
const TAGS_OFFERED = 100

/** What the form of a schedule sends; the parameters are the action's own to check. */
export const scheduleForm = vine.create({
  name: vine.string().maxLength(200).optional(),
  cron: vine.string().maxLength(120).optional(),
  time_zone: vine.string().maxLength(64).optional(),
  missed_policy: vine.enum(MISSED_POLICIES).optional(),
  is_enabled: vine.boolean().optional(),
  parameters: vine.object({}).allowUnknownProperties().optional(),
})

/** What people typed or what stands, as the form shows it. */
export interface TypedSchedule {
  cron: string
  timeZone: string
  /** Null: nothing was typed yet that could be wrong. */
  parameters: Record<string, unknown> | null
}

/** When a schedule would be due and what it would do now, or why it cannot be. */
export interface ScheduleOutlook {
  reading: string | null
  next: { at: Date; words: string }[]
  /** Such as how many jobs would start now; null where that is not known beforehand. */
  effect: string | null
  mistakes: string[]
}

export async function outlookOf(
  action: ScheduleAction,
  typed: TypedSchedule
): Promise<ScheduleOutlook> {
  const outlook: ScheduleOutlook = { reading: null, next: [], effect: null, mistakes: [] }
  const { cron, timeZone, parameters } = typed
  await unlessWrong(outlook, async () => {
    outlook.next = dueTimes(nextDueTimes(cron, timeZone, new Date(), NEXT_SHOWN), timeZone)
    outlook.reading = cronWords(cron)
  })
  if (parameters === null) return outlook
  await unlessWrong(outlook, async () => {
    const checked = await checkParameters(action, parameters)
    outlook.effect = await effectOf(action, checked)
  })
  return outlook
}

async function unlessWrong(outlook: ScheduleOutlook, look: () => Promise<void>) {
  try {
    await look()
  } catch (error) {
    if (!(error instanceof Exception)) throw error
    outlook.mistakes.push(error.message)
  }
}

async function effectOf(action: ScheduleAction, parameters: object): Promise<string | null> {
  if (action === 'start_batch') {
    const request = batchRequestOf(parameters as ActionParameters['start_batch'])
    return `${plural((await previewBatch(request)).jobs, 'job')} would start now.`
  }
  if (action !== 'retention') return null
  const {
    failedAfterDays = null,
    archivedAfterDays = null,
    maxVideos,
  } = parameters as ActionParameters['retention']
  const retention = await app.container.make(ApplyRetention)
  const rules = { failedAfterDays, archivedAfterDays }
  const request = { rules, maxVideos, isDryRun: true, by: mediakeep('system') }
  return retentionWords(await retention.handle(request))
}

/** What the fields offer to choose from. */
export async function formChoices() {
  const [presets, tags, roots] = await Promise.all([
    presetsOnOffer(),
    listTags(TAGS_OFFERED),
    app.container.make(ImportRoots),
  ])
  return {
    ...{ presets, tags, importPaths: roots.paths, statuses: VIDEO_STATUSES, causes: jobCauses() },
    ...{ missedPolicies: MISSED_POLICIES, missedLabels: MISSED_LABELS, dayNames: DAY_NAMES },
    timeZones: Intl.supportedValuesOf('timeZone'),
  }
}

/** The same address with what was typed, so that nothing is lost by a refusal. */
export function addressTyped(path: string, typed: object): string {
  const search = new URLSearchParams()
  add(search, '', typed)
  return search.size > 0 ? `${path}?${search}` : path
}

function add(search: URLSearchParams, name: string, value: unknown) {
  if (value === null || value === undefined) return
  if (Array.isArray(value)) return value.forEach((one) => add(search, `${name}[]`, one))
  if (typeof value !== 'object') return search.append(name, String(value))
  for (const [key, of] of Object.entries(value)) add(search, name ? `${name}[${key}]` : key, of)
}

/** Fields left blank are not said; addresses, other than forms, keep them. */
export function withoutBlanks(of: unknown): Record<string, unknown> {
  if (of === null || typeof of !== 'object') return {}
  return Object.fromEntries(
    Object.entries(of).filter(([, value]) => value !== '' && value !== null)
  )
}
