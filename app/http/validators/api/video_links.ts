import vine from '@vinejs/vine'
import { text } from '#http/validators/api/rules'
import { LONGEST_LINK_S, SHORTEST_LINK_S } from '#http/playback/media_link'

const MOST_FILES = 50

/** Which files, and for how long. */
export const videoLinksValidator = vine.create({
  files: vine.array(text(63)).minLength(1).maxLength(MOST_FILES).optional(),
  expires_in_seconds: vine
    .number()
    .withoutDecimals()
    .range([SHORTEST_LINK_S, LONGEST_LINK_S])
    .optional(),
})
