/**
 * The playlist of one track of subtitles: the whole of it is one segment, for words of hours are small. Subtitles may
 * have a target duration of their own (RFC 8216, 6.2.4).
 */
export function subtitlePlaylist(fileName: string, durationS: number): string {
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${Math.max(1, Math.ceil(durationS))}`,
    '#EXT-X-MEDIA-SEQUENCE:0',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    `#EXTINF:${durationS.toFixed(6)},`,
    fileName,
    '#EXT-X-ENDLIST',
    '',
  ].join('\n')
}
