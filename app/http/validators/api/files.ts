import vine from '@vinejs/vine'

/** `?download=1` saves the file instead of showing it. */
export const fileValidator = vine.create({ download: vine.boolean().optional() })
