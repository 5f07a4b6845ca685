import type { SegmentIndex } from './segment_index.js'

/**
 * The playlist of one rung or of the sound: a single file, cut by byte ranges (RFC 8216).
 * @param fileName of the fragmented MP4 beside the playlist
 */
export function mediaPlaylist({ init, segments }: SegmentIndex, fileName: string): string {
  const longestS = Math.max(0, ...segments.map(({ durationS }) => durationS))
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${Math.max(1, Math.round(longestS))}`,
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
