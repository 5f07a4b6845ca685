import vine from '@vinejs/vine'
import { wholeNumber } from '#http/validators/api/rules'

export const statisticsValidator = vine.create({ days: wholeNumber(1, 365).optional() })
