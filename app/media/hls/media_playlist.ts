import type { SegmentIndex } from './segment_index.js'

/**
 * The playlist of one rung or of the sound: a single file, cut by byte ranges (RFC 8216).
 * @param fileName of the fragmented MP4 beside the playlist
 * @param targetS of all playlists that are played together: they must name the same (RFC 8216, 6.2.4)
 */
export function mediaPlaylist(
  { init, segments }: SegmentIndex,
  fileName: string,
  targetS: number
): string {
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${targetS}`,
    '#EXT-X-MEDIA-SEQUENCE:0',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    `#EXT-X-MAP:URI="${fileName}",BYTERANGE="${init.length}@${init.offset}"`,
    ...segments.flatMap(({ offset, length, durationS }) => [
      `#EXTINF:${durationS.toFixed(6)},`,
      `#EXT-X-BYTERANGE:${length}@${offset}`,
      fileName,
    ]),
    '#EXT-X-ENDLIST',
    '',
  ].join('\n')
}

/** Whole seconds that no segment of any of the streams passes when it is rounded. */
export function targetDurationS(indexes: readonly SegmentIndex[]): number {
  const lengths = indexes.flatMap(({ segments }) => segments.map(({ durationS }) => durationS))
  return Math.max(1, ...lengths.map(Math.round))
}
