import vine from '@vinejs/vine'
import { id, paging, presetName, text } from '#http/validators/api/rules'

const MAX_IDS = 10_000

const narrowing = () => ({
  cause: text(63).minLength(1).optional(),
  search: text(200).minLength(1).optional(),
  preset: presetName().optional(),
  batch_id: id().optional(),
})

export const listDeadLettersValidator = vine.create({ ...narrowing(), ...paging() })

/** Which are meant: see dead_letter_choice.ts, which looks that one of the first four is said. */
export const chooseDeadLettersValidator = vine.create({
  ids: vine.array(vine.string().uuid()).minLength(1).maxLength(MAX_IDS).optional(),
  cause: text(63).minLength(1).optional(),
  filter: vine.object(narrowing()).optional(),
  all: vine.accepted().optional(),
  latest_version: vine.boolean().optional(),
})
