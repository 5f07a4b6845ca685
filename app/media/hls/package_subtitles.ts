import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SubtitleLabel } from '../subtitles/plan_subtitles.js'
import type { MadeSubtitleTrack } from '../subtitles/extract_subtitles.js'
import { subtitleNames } from './stream_names.js'
import { subtitlePlaylist } from './subtitle_playlist.js'

/** As the master playlist names a track. */
export interface SharedSubtitles extends SubtitleLabel {
  playlist: string
}

/** Time 0 of the words is time 0 of the segments (RFC 8216, 3.5). */
const CLOCK = 'X-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000'

/** Puts each track beside the segments, whole, with a playlist of its own. @returns the tracks and paths of the files */
export async function packageSubtitles(
  tracks: readonly MadeSubtitleTrack[],
  { folder, durationS }: { folder: string; durationS: number }
): Promise<{ tracks: SharedSubtitles[]; files: string[] }> {
  const files: string[] = []
  const shared: SharedSubtitles[] = []
  for (const [at, { path, planned }] of tracks.entries()) {
    const { media, playlist } = subtitleNames(at)
    const words = await readFile(path, 'utf8')
    await writeFile(join(folder, media), words.replace('WEBVTT', `WEBVTT\n${CLOCK}`))
    await writeFile(join(folder, playlist), subtitlePlaylist(media, durationS))
    files.push(join(folder, playlist), join(folder, media))
    shared.push({ ...planned, playlist })
  }
  return { tracks: shared, files }
}
