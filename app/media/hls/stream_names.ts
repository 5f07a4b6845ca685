export const MASTER_NAME = 'master.m3u8'

export interface StreamNames {
  playlist: string
  media: string
}

/** Files of a rung; no name of a rendition can meet that of another file. */
export function rungName(rendition: string): StreamNames {
  return { playlist: `video-${rendition}.m3u8`, media: `video-${rendition}.m4s` }
}

export function soundName(): StreamNames {
  return { playlist: 'sound.m3u8', media: 'sound.m4s' }
}

/** @param at place among the tracks, from 0 */
export function subtitleNames(at: number): StreamNames {
  return { playlist: `subtitles-${at + 1}.m3u8`, media: `subtitles-${at + 1}.vtt` }
}
