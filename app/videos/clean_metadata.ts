import { MetadataRefused } from '#videos/errors'

/** What programs keep with a video, such as the number of a case. */
export type Metadata = Record<string, string>

/** Null takes a name away. */
export type MetadataChange = Record<string, string | null>

export const METADATA_LIMITS = { names: 50, nameLength: 40, valueLength: 500 }

const NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/

/** Metadata with a change made to it; names that are not in the change stay. @throws MetadataRefused */
export function changedMetadata(before: Metadata, change: MetadataChange): Metadata {
  const after = new Map(Object.entries(before))
  for (const [name, value] of Object.entries(change)) {
    refuseName(name)
    if (value === null) after.delete(name)
    else after.set(name, cleanValue(name, value))
  }
  if (after.size > METADATA_LIMITS.names) {
    const what = `These would be ${after.size} names`
    throw new MetadataRefused(what, `keep at most ${METADATA_LIMITS.names} with a video`)
  }
  return Object.fromEntries(after)
}

function refuseName(name: string): void {
  if (NAME.test(name)) return
  const what = `"${name.slice(0, 60)}" cannot be a name`
  throw new MetadataRefused(what, 'use 1 to 40 letters, digits, "_", "-" and "." without spaces')
}

function cleanValue(name: string, value: string): string {
  const { valueLength } = METADATA_LIMITS
  if (value.includes('\0')) throw new MetadataRefused(`"${name}" has a NUL in it`, 'leave it out')
  if (value.length <= valueLength) return value
  const what = `"${name}" has ${value.length} characters`
  throw new MetadataRefused(what, `give at most ${valueLength}`)
}
