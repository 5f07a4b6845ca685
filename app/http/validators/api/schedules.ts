import vine from '@vinejs/vine'
import { paging, text } from '#http/validators/api/rules'
import { ACTION_NAMES } from '#scheduling/catalogue'
import { MISSED_POLICIES } from '#scheduling/missed_policy'

const times = () => ({
  missed_policy: vine.enum(MISSED_POLICIES).optional(),
  is_enabled: vine.boolean({ strict: true }).optional(),
})
const parameters = () => vine.object({}).allowUnknownProperties()

/** The parameters are the action's own to check. */
export const createScheduleValidator = vine.create({
  name: text(200),
  action: vine.enum(ACTION_NAMES),
  parameters: parameters().optional(),
  cron: text(120),
  time_zone: text(64).optional(),
  ...times(),
})

/** What is left out stays; parameters are given whole. */
export const editScheduleValidator = vine.create({
  name: text(200).optional(),
  parameters: parameters().optional(),
  cron: text(120).optional(),
  time_zone: text(64).optional(),
  ...times(),
})

export const listFiringsValidator = vine.create(paging())
