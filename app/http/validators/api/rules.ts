import vine from '@vinejs/vine'
import { PRIORITIES } from '#jobs/life/set_priority'
import { MOST_WORKER_TAGS, WORKER_TAG } from '#presets/worker_tags'

const MAX_LIMIT = 100
/** A title of 255 characters stands in some. */
const MAX_CURSOR = 4_000
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

/** Only workers that have all of them take the job; forms send them as one text. */
export const workerTags = () =>
  vine
    .array(vine.string().regex(WORKER_TAG))
    .maxLength(MOST_WORKER_TAGS)
    .parse((value) => (typeof value === 'string' ? value.split(/[\s,]+/).filter(Boolean) : value))

export const presetName = () => text(63)

/** Of every list that has pages. */
export const paging = () => ({
  limit: wholeNumber(1, MAX_LIMIT).optional(),
  after: text(MAX_CURSOR).minLength(1).optional(),
})

/** Names of sorts, upwards and, with a minus, down. */
export function sorts<const N extends string>(...names: N[]) {
  return vine.enum(names.flatMap((name): (N | `-${N}`)[] => [name, `-${name}`]))
}
