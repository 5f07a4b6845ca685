import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { BackupUnreadable } from '#app/library/errors'

/** A file that rows show. */
export interface ShownFile {
  key: string
  /** Null where no row says it. */
  sizeBytes: number | null
  sha256: string | null
}

/** Every file that rows show, once. */
export const SHOWN_FILES = `
  select key, max(size_bytes) as size_bytes, max(sha256) as sha256 from (
    select original_key as key, size_bytes, sha256::text from videos
    union all select poster_key, null, null from videos where poster_key is not null
    union all select key, size_bytes, sha256 from watermarks
    union all select file_key, null, null from renditions
    union all select file ->> 'key', (file ->> 'sizeBytes')::bigint, file ->> 'sha256'
      from renditions, jsonb_array_elements(files) as file) as shown
  group by key`

const NOTHING = String.raw`\N`

/** The files of a list that a backup holds. @throws BackupUnreadable */
export async function* listedFiles(path: string): AsyncIterable<ShownFile> {
  for await (const line of linesOf(path)) {
    const [key, size, sha256] = line.split('\t')
    if (!isKey(key)) throw new BackupUnreadable(`${path} names "${key}", which is no key`)
    yield {
      key,
      sizeBytes: size === NOTHING ? null : Number(size),
      sha256: sha256 === NOTHING ? null : sha256,
    }
  }
}

/** What would leave the folder that it is looked for in is no key of ours. */
function isKey(key: string): boolean {
  return key.split('/').every((name) => !/^\.{0,2}$|[\\\0]/.test(name))
}

/** Not by node:readline, which passes over what is wrong with its input. */
async function* linesOf(path: string): AsyncIterable<string> {
  const file = createReadStream(path)
  const text = file.pipe(createGunzip()).setEncoding('utf8')
  file.on('error', (error) => text.destroy(error))
  let rest = ''
  for await (const chunk of text) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    yield* lines
  }
}
