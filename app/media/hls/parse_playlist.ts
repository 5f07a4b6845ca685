import type { ByteSpan, Segment } from './segment_index.js'

/** A media playlist as a player would read it. */
export interface ParsedMediaPlaylist {
  targetS: number | null
  hasEnd: boolean
  init: (ByteSpan & { uri: string }) | null
  segments: (Segment & { uri: string })[]
}

export interface ParsedVariant {
  uri: string
  attributes: Map<string, string>
}

/** A master playlist as a player would read it. */
export interface ParsedMasterPlaylist {
  variants: ParsedVariant[]
  media: Map<string, string>[]
}

/** Reads a media playlist with byte ranges; what is missing is null, 0 or empty. */
export function parseMediaPlaylist(text: string): ParsedMediaPlaylist {
  const lines = linesOf(text)
  const map = attributesOf(valueOf(lines, '#EXT-X-MAP:') ?? '')
  const uri = map.get('URI')
  const target = valueOf(lines, '#EXT-X-TARGETDURATION:')
  return {
    targetS: target === null ? null : Number(target),
    hasEnd: lines.at(-1) === '#EXT-X-ENDLIST',
    init: uri ? { uri, ...byteSpan(map.get('BYTERANGE')) } : null,
    segments: segmentsOf(lines),
  }
}

export function parseMasterPlaylist(text: string): ParsedMasterPlaylist {
  const lines = linesOf(text)
  const [stream, media] = ['#EXT-X-STREAM-INF:', '#EXT-X-MEDIA:']
  return {
    variants: lines.flatMap((line, at) =>
      line.startsWith(stream)
        ? [{ uri: lines[at + 1] ?? '', attributes: attributesOf(line.slice(stream.length)) }]
        : []
    ),
    media: lines
      .filter((line) => line.startsWith(media))
      .map((line) => attributesOf(line.slice(media.length))),
  }
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/).filter(Boolean)
  return lines[0] === '#EXTM3U' ? lines : []
}

function segmentsOf(lines: string[]): ParsedMediaPlaylist['segments'] {
  const segments: ParsedMediaPlaylist['segments'] = []
  let durationS = 0
  let span: ByteSpan = { offset: 0, length: 0 }
  for (const line of lines) {
    if (line.startsWith('#EXTINF:')) durationS = Number.parseFloat(line.slice('#EXTINF:'.length))
    if (line.startsWith('#EXT-X-BYTERANGE:'))
      span = byteSpan(line.slice('#EXT-X-BYTERANGE:'.length))
    if (!line.startsWith('#')) segments.push({ uri: line, durationS, ...span })
  }
  return segments
}

/** `length@offset` */
function byteSpan(text: string | undefined): ByteSpan {
  const [length, offset] = (text ?? '').split('@').map(Number)
  return { length: length || 0, offset: offset || 0 }
}

function valueOf(lines: string[], tag: string): string | null {
  return lines.find((line) => line.startsWith(tag))?.slice(tag.length) ?? null
}

/** Commas inside quotation marks separate nothing. */
function attributesOf(text: string): Map<string, string> {
  const pairs = [...text.matchAll(/([A-Z0-9-]+)=(?:"([^"]*)"|([^,]*))/g)]
  return new Map(pairs.map(([, name, quoted, plain]) => [name, quoted ?? plain]))
}
