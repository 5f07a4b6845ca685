import vine from '@vinejs/vine'
import { wholeNumber } from '#http/validators/api/rules'

const MAX_ATTEMPT = 1_000
/** ffmpeg's first and last 64 KiB have hardly more. */
const MAX_LINES = 10_000

export const jobLogValidator = vine.create({
  attempt: wholeNumber(1, MAX_ATTEMPT).optional(),
  lines: wholeNumber(1, MAX_LINES).optional(),
  download: vine.boolean().optional(),
  format: vine.enum(['json', 'text'] as const).optional(),
})
