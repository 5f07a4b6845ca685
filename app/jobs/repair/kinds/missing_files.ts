import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import { MediaStore } from '#storage/media_store'
import { ownedKeys } from '#jobs/repair/owned_keys'
import { ROWS_A_ROUND, type Finding, type Repair } from '#jobs/repair/repair'

interface Owner {
  type: 'video' | 'watermark'
  id: number | string
  key: string
}

/** Sizes asked for at the same time. */
const AT_ONCE = 16
const MOST_TOLD = 100
const HOUR_S = 3600
/** A bucket is asked for each file, and that is paid for. */
const DAY_S = 24 * HOUR_S

const REMEDY: Record<string, string> = {
  originals: 'Restore the file from a backup, or delete the video and upload it again',
  renditions: 'Restore the file from a backup, or process the video again',
  watermarks: 'Restore the file from a backup, or delete the watermark and add it again',
}

/** Rows that show a file which is not in the store. They are told and left alone: only a person has the backup. */
@inject()
export default class MissingFiles implements Repair {
  readonly kind = 'missing_files'
  readonly action = 'stored_file.missed'
  readonly everyS: number

  constructor(private store: MediaStore) {
    this.everyS = store.isRemote ? DAY_S : HOUR_S
  }

  async find(): Promise<Finding[]> {
    const missing: Owner[] = []
    for await (const owners of shownFiles()) {
      missing.push(...(await this.#missing(owners)))
      if (missing.length >= MOST_TOLD) break
    }
    const still = await ownedKeys(missing.map(({ key }) => key))
    return missing.filter(({ key }) => still.has(key)).map(findingOf)
  }

  async repair() {
    return false
  }

  async #missing(owners: Owner[]): Promise<Owner[]> {
    const missing: Owner[] = []
    for (let at = 0; at < owners.length; at += AT_ONCE) {
      const some = owners.slice(at, at + AT_ONCE)
      const sizes = await Promise.all(some.map(({ key }) => this.store.sizeOf(key)))
      missing.push(...some.filter((_one, index) => sizes[index] === null))
    }
    return missing
  }
}

function findingOf({ type, id, key }: Owner): Finding {
  return {
    subject: { type, id },
    what: `The file ${key} of ${type} ${id} is not in the store`,
    details: { key },
    onlyByHand: REMEDY[key.split('/')[0]] ?? 'Restore the file from a backup',
  }
}

async function* shownFiles(): AsyncIterable<Owner[]> {
  yield await db.from('watermarks').select('id', 'key', db.raw(`'watermark' as type`))
  let after = 0
  while (true) {
    const { rows } = await db.rawQuery<{ rows: (Owner & { id: number })[] }>(OF_VIDEOS, [after])
    if (rows.length === 0) return
    yield rows
    after = rows.at(-1)!.id
  }
}

const OF_VIDEOS = `
  with page as (
    select id, original_key, poster_key from videos where id > ? order by id limit ${ROWS_A_ROUND})
  select 'video' as type, id, key from (
    select id, original_key as key from page
    union all select id, poster_key from page where poster_key is not null
    union all select video_id, file_key from renditions where video_id in (select id from page)
    union select video_id, file ->> 'key' from renditions, jsonb_array_elements(files) as file
      where video_id in (select id from page)) as shown
  order by id`
