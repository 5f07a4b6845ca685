/** What a watermark may be: a logo, not a poster. */
export const MAX_PICTURE_BYTES = 5 * 1024 * 1024
export const PICTURE_LIMITS = { maxSide: 4096, timeoutMs: 15_000 }
export const MAX_NAME_LENGTH = 80
