import Video from '#videos/video'

/** The newest videos that have pictures, such as to try something on. */
export function recentFilms(atMost: number): Promise<Video[]> {
  return Video.query()
    .select('id', 'title')
    .whereNotNull('video_codec')
    .whereNull('deletion_requested_at')
    .orderBy('id', 'desc')
    .limit(atMost)
}
