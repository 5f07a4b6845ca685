const MAX_NAME_LENGTH = 255

/** What Postgres and people can read of a sender's name for a file; empty where nothing is left of it. */
export function sentName(name: string): string {
  const clean = name
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
  return Array.from(clean).slice(0, MAX_NAME_LENGTH).join('')
}
