import vine from '@vinejs/vine'
import { PRIORITIES } from '#jobs/life/set_priority'

const MAX_PAGE = 1_000_000
const MAX_PER_PAGE = 100
const MAX_ID = 2_147_483_647

/** Text that Postgres can hold: it knows no NUL. */
export const text = (maxLength: number) =>
  vine
    .string()
    .maxLength(maxLength)
    .regex(/^[^\0]*$/)

export const wholeNumber = (min: number, max: number) =>
  vine.number().withoutDecimals().range([min, max])

export const id = () => wholeNumber(1, MAX_ID)

export const priority = () => wholeNumber(PRIORITIES.min, PRIORITIES.max)

export const presetName = () => text(63)

export const paging = () => ({
  page: wholeNumber(1, MAX_PAGE).optional(),
  per_page: wholeNumber(1, MAX_PER_PAGE).optional(),
})
