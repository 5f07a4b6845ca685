import db from '@adonisjs/lucid/services/db'

/** Codecs of pictures that videos have, in the order of the alphabet; one look into the index for each. */
export async function listCodecs(): Promise<string[]> {
  const { rows } = await db.rawQuery(
    `with recursive codecs as (
       (select video_codec from videos where ${LISTED} and video_codec is not null order by video_codec limit 1)
       union all
       select (select video_codec from videos where ${LISTED} and video_codec > codecs.video_codec
         order by video_codec limit 1)
       from codecs where codecs.video_codec is not null)
     select video_codec as codec from codecs where video_codec is not null`
  )
  return rows.map((row: { codec: string }) => row.codec)
}

const LISTED = 'archived_at is null and deletion_requested_at is null'
