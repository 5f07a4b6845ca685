import vine, { errors } from '@vinejs/vine'
import { unknownFields } from '#presets/unknown_fields'
import { MOST_WORKER_TAGS, WORKER_TAG } from '#presets/worker_tags'

/** What jobs of a preset may take, where that differs from the settings. What is left out is as the settings say. */
export interface PresetLimits {
  /** A job that failed so often is a dead letter. */
  maxFailures?: number
  /** After so long nothing more is begun. */
  softTimeS?: number
  /** After so long all of it is stopped. */
  hardTimeS?: number
  /** An ffmpeg that wrote nothing for so long is stopped. */
  noProgressS?: number
  /** Of one ffmpeg with its children. */
  memoryMib?: number
  /** Of all files that one attempt makes. */
  outputMib?: number
  /** Only workers that have all of these take its jobs. */
  workerTags?: string[]
}

const DAY_S = 86_400
const TIB_IN_MIB = 1024 * 1024

const whole = (min: number, max: number) =>
  vine.number({ strict: true }).range([min, max]).withoutDecimals().nullable().optional()

/** The shape and the ranges of limits. */
export const limitsSchema = vine.create({
  limits: vine.object({
    maxFailures: whole(1, 20),
    softTimeS: whole(1, 30 * DAY_S),
    hardTimeS: whole(1, 30 * DAY_S),
    noProgressS: whole(1, DAY_S),
    memoryMib: whole(64, TIB_IN_MIB),
    outputMib: whole(1, 16 * TIB_IN_MIB),
    workerTags: vine
      .array(vine.string().regex(WORKER_TAG))
      .maxLength(MOST_WORKER_TAGS)
      .nullable()
      .optional(),
  }),
})

/**
 * Reads limits that somebody wrote; null stands for the setting, as leaving out does.
 *
 * @throws E_VALIDATION_ERROR with one message for each wrong field, such as `limits.hardTimeS`
 */
export async function validateLimits(written: unknown): Promise<PresetLimits> {
  const known = await limitsSchema.validate({ limits: written })
  const faults = [...unknownFields({ limits: written }, known), ...contradictions(known.limits)]
  if (faults.length > 0) {
    throw new errors.E_VALIDATION_ERROR(faults.map((fault) => ({ ...fault, rule: 'limits' })))
  }
  return Object.fromEntries(Object.entries(known.limits).filter(([, value]) => value !== null))
}

function contradictions({ softTimeS, hardTimeS }: Nullable<PresetLimits>) {
  if (!softTimeS || !hardTimeS || softTimeS <= hardTimeS) return []
  const message = `The soft limit, ${softTimeS} s, is after the hard one, ${hardTimeS} s: make it shorter`
  return [{ field: 'limits.softTimeS', message }]
}

type Nullable<T> = { [K in keyof T]: T[K] | null }
