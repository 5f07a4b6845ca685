import db from '@adonisjs/lucid/services/db'
import { recordAudit } from '#accounts/audit'
import { lockedVideo } from '#videos/find_video'
import { changedMetadata, type MetadataChange } from '#videos/clean_metadata'
import { TagsRefused, TitleRefused } from '#videos/errors'
import type Video from '#videos/video'
import type { Actor } from '#accounts/actor'

const MAX_TITLE_LENGTH = 255
export const MAX_TAGS = 20
const MAX_TAG_LENGTH = 50

export interface VideoEdit {
  video: Video
  /** What is left out stays. */
  title?: string
  tags?: string[]
  /** Names with their new values; null takes a name away, other names stay. */
  metadata?: MetadataChange
  /** Called with the video as nobody else can change it any more; what it throws stops the change. */
  check?: (video: Video) => void
  by: Actor
}

/** Changes what people call a video and how they sort it. @throws TitleRefused, TagsRefused, MetadataRefused */
export async function editVideo(edit: VideoEdit): Promise<Video> {
  const { video, title, tags, metadata, check, by } = edit
  const changed = {
    ...(title !== undefined && { title: cleanTitle(title) }),
    ...(tags !== undefined && { tags: cleanTags(tags) }),
  }
  await db.transaction(async (trx) => {
    const current = await lockedVideo(video.id, trx)
    check?.(current)
    const merged = metadata && changedMetadata(current.metadata, metadata)
    await trx
      .from('videos')
      .where('id', video.id)
      .update({
        ...changed,
        ...(merged && { metadata: JSON.stringify(merged) }),
        updated_at: db.raw('now()'),
      })
    const subject = { type: 'video', id: video.id }
    const details = { ...changed, ...(metadata && { metadata }) }
    await recordAudit({ by, action: 'video.edited', subject, details }, trx)
  })
  return video.refresh()
}

function cleanTitle(title: string): string {
  const clean = oneLine(title)
  if (clean.length === 0 || clean.length > MAX_TITLE_LENGTH) {
    throw new TitleRefused(clean.length, MAX_TITLE_LENGTH)
  }
  return clean
}

/** Trimmed, each once, in their order; empty ones are passed over. @throws TagsRefused */
export function cleanTags(tags: string[]): string[] {
  const clean = [...new Set(tags.map(oneLine))].filter((tag) => tag.length > 0)
  const long = clean.find((tag) => tag.length > MAX_TAG_LENGTH)
  if (long !== undefined) {
    const what = `The tag "${long.slice(0, 20)}…" has ${long.length} characters`
    throw new TagsRefused(what, `give at most ${MAX_TAG_LENGTH}`)
  }
  if (clean.length > MAX_TAGS) {
    throw new TagsRefused(`These are ${clean.length} tags`, `give at most ${MAX_TAGS}`)
  }
  return clean
}

/** One tag, as people typed it. @throws TagsRefused */
export function cleanTag(tag: string): string {
  const [clean] = cleanTags([tag])
  if (clean === undefined) {
    throw new TagsRefused('There is no tag', `give one of 1 to ${MAX_TAG_LENGTH} characters`)
  }
  return clean
}

/** Control characters become spaces: Postgres holds no NUL, and lists are of one line. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim()
}
