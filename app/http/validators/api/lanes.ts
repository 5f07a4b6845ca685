import vine from '@vinejs/vine'
import { wholeNumber } from '#http/validators/api/rules'
import { MAX_CONCURRENCY } from '#jobs/lanes/find_lane'

/** Null: as many as the workers have slots. */
export const limitLaneValidator = vine.create({
  concurrency: wholeNumber(1, MAX_CONCURRENCY).nullable(),
})
