import vine from '@vinejs/vine'
import { paging, presetName, priority, text } from '#http/validators/api/rules'
import { IMPORT_STATUSES } from '#jobs/imports/import'
import { DUPLICATE_POLICIES } from '#videos/same_bytes'

const LONGEST_ADDRESS = 4_096
const LONG = 1_000

/** Where the file is and what it shall become; what addresses and tags may be is said in words where they are read. */
export const importValidator = vine.create({
  url: text(LONGEST_ADDRESS).optional(),
  path: text(LONGEST_ADDRESS).optional(),
  title: text(255).nullable().optional(),
  tags: vine.array(text(LONG)).maxLength(LONG).optional(),
  preset: presetName().nullable().optional(),
  priority: priority().optional(),
  duplicate: vine.enum(DUPLICATE_POLICIES).optional(),
})

export const listImportsValidator = vine.create({
  status: vine.enum(IMPORT_STATUSES).optional(),
  ...paging(),
})
