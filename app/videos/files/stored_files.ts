import db from '@adonisjs/lucid/services/db'

/** A file of a video as its rows tell it. */
export interface StoredFileOf {
  key: string
  /** What it is, for people, such as `rendition medium`. */
  what: string
  /** Null: not known. */
  sizeBytes: number | null
  sha256: string | null
}

/** Every file that the rows of a video show; none where the video is gone or being deleted. */
export async function storedFilesOf(videoId: number): Promise<StoredFileOf[]> {
  const { rows } = await db.rawQuery<{ rows: StoredFileOf[] }>(
    `with video as (
       select * from videos where id = :videoId and deletion_requested_at is null)
     select original_key as key, 'the original' as what, size_bytes as "sizeBytes", sha256 from video
     union all
     select poster_key, 'the poster', null, null from video where poster_key is not null
     union all
     select file ->> 'key', 'rendition ' || name, (file ->> 'sizeBytes')::bigint, file ->> 'sha256'
       from video join renditions on renditions.video_id = video.id,
         jsonb_array_elements(renditions.files) as file`,
    { videoId }
  )
  return rows
}
