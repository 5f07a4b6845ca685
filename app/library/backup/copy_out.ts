import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { hashing, type Seen } from '#app/library/backup/hashing'
import { flush, OURS_ALONE } from '#app/library/backup/write_durably'

/** A third of the time of the default for a tenth more bytes. */
const GZIP_LEVEL = 3

/** Copies what `what` names, a table with columns or a query in brackets, into a gzipped file. */
export async function copyOut(
  client: pg.Client,
  what: string,
  path: string
): Promise<Seen & { rows: number }> {
  const rows = client.query(copyTo(`copy ${what} to stdout`))
  const { through, seen } = hashing()
  const file = createWriteStream(path, { mode: OURS_ALONE.file })
  await pipeline(rows, through, createGzip({ level: GZIP_LEVEL }), file)
  await flush(path)
  return { ...seen(), rows: rows.rowCount }
}
