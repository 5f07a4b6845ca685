import vine from '@vinejs/vine'
import { text, wholeNumber } from '#http/validators/api/rules'
import { time } from '#http/validators/api/video_filter'

const MAX_LIMIT = 100

export const listAuditValidator = vine.create({
  actor: text(255).minLength(1).optional(),
  action: text(100).minLength(1).optional(),
  subject_type: text(50).minLength(1).optional(),
  subject_id: text(64).minLength(1).optional(),
  from: time().optional(),
  to: time().optional(),
  search: text(200).minLength(1).optional(),
  limit: wholeNumber(1, MAX_LIMIT).optional(),
  after: vine
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
})
