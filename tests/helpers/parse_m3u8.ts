import { createRequire } from 'node:module'

/** A playlist as m3u8-parser (of video.js) reads it; it comes without types. */
export interface M3u8 {
  version: number
  targetDuration: number
  mediaSequence: number
  playlistType?: string
  endList?: boolean
  independentSegments?: boolean
  segments: M3u8Segment[]
  playlists?: { uri: string; attributes: M3u8Attributes }[]
  mediaGroups?: Record<string, Record<string, Record<string, M3u8Media>>>
}

export interface M3u8Segment {
  uri: string
  duration: number
  byterange?: { offset: number; length: number }
  map?: { uri: string; byterange: { offset: number; length: number } }
}

export interface M3u8Attributes {
  'BANDWIDTH': number
  'AVERAGE-BANDWIDTH': string
  'CODECS': string
  'RESOLUTION': { width: number; height: number }
  'FRAME-RATE': number
  'AUDIO'?: string
  'SUBTITLES'?: string
}

export interface M3u8Media {
  uri: string
  default: boolean
  autoselect: boolean
  forced?: boolean
  language?: string
}

interface Parser {
  manifest: M3u8
  on(event: 'warn' | 'error', handle: (told: { message: string }) => void): void
  push(text: string): void
  end(): void
}

const { Parser } = createRequire(import.meta.url)('m3u8-parser') as { Parser: new () => Parser }

/** Reads a playlist by somebody else's parser. @returns also everything that it complained about */
export function parseM3u8(text: string): M3u8 & { complaints: string[] } {
  const parser = new Parser()
  const complaints: string[] = []
  parser.on('warn', ({ message }) => complaints.push(message))
  parser.on('error', ({ message }) => complaints.push(message))
  parser.push(text)
  parser.end()
  return { ...parser.manifest, complaints }
}
