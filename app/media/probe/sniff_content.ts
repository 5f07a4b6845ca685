import type { MediaFailureCode } from '../errors.js'
import { readHead } from './read_head.js'

const HEAD_BYTES = 4096

export interface Sniffed {
  code: MediaFailureCode
  /** What the content was taken for. */
  detail: string
}

interface Signature {
  offset: number
  /** Latin-1. */
  bytes: string
  name: string
}

const PICTURES: Signature[] = [
  { offset: 0, bytes: '\x89PNG\r\n\x1a\n', name: 'PNG' },
  { offset: 0, bytes: '\xff\xd8\xff', name: 'JPEG' },
  { offset: 8, bytes: 'WEBP', name: 'WebP' },
  { offset: 0, bytes: 'II*\0', name: 'TIFF' },
  { offset: 0, bytes: 'MM\0*', name: 'TIFF' },
  { offset: 0, bytes: '8BPS', name: 'Photoshop' },
  { offset: 0, bytes: '\xff\x0a', name: 'JPEG XL' },
  { offset: 4, bytes: 'JXL ', name: 'JPEG XL' },
  { offset: 4, bytes: 'jP  ', name: 'JPEG 2000' },
]

/** Major brands of ISO files that are pictures or sequences of pictures. */
const PICTURE_BRANDS = [
  'avif',
  'avis',
  'heic',
  'heix',
  'heim',
  'heis',
  'hevc',
  'hevx',
  'mif1',
  'msf1',
]

const TEXTS: { pattern: RegExp; code: MediaFailureCode; detail: string }[] = [
  { pattern: /^#EXTM3U/i, code: 'INPUT_MANIFEST', detail: 'an HLS playlist' },
  { pattern: /^ffconcat/i, code: 'INPUT_MANIFEST', detail: 'an ffmpeg concat script' },
  { pattern: /^\[playlist\]/i, code: 'INPUT_MANIFEST', detail: 'a playlist' },
  { pattern: /^v=0\r?\n/, code: 'INPUT_MANIFEST', detail: 'a session description (SDP)' },
  { pattern: /<MPD[\s>]/, code: 'INPUT_MANIFEST', detail: 'a DASH manifest' },
  { pattern: /<SmoothStreamingMedia/, code: 'INPUT_MANIFEST', detail: 'a streaming manifest' },
  { pattern: /<svg[\s>]/i, code: 'INPUT_IS_IMAGE', detail: 'SVG' },
  { pattern: /^WEBVTT/, code: 'INPUT_IS_SUBTITLE', detail: 'WebVTT' },
  { pattern: /^\d+\r?\n\d\d:\d\d:\d\d,\d{3} -->/, code: 'INPUT_IS_SUBTITLE', detail: 'SubRip' },
  { pattern: /^\[Script Info\]/i, code: 'INPUT_IS_SUBTITLE', detail: 'ASS' },
  { pattern: /<tt[\s>]/, code: 'INPUT_IS_SUBTITLE', detail: 'TTML' },
]

/**
 * Tells from the first 4 KiB what is certainly no video, without letting any parser near it.
 * Null means "worth a probe". The name of the file plays no part.
 */
export async function sniffContent(path: string): Promise<Sniffed | null> {
  const head = await readHead(path, HEAD_BYTES)
  return sniffPicture(head) ?? sniffText(head)
}

function sniffPicture(head: Buffer): Sniffed | null {
  const text = head.toString('latin1')
  const picture = PICTURES.find(({ offset, bytes }) => text.startsWith(bytes, offset))
  if (picture?.name === 'PNG') return sniffPng(head)
  if (picture) return { code: 'INPUT_IS_IMAGE', detail: picture.name }

  const brand = text.slice(8, 12)
  const isPicture = text.startsWith('ftyp', 4) && PICTURE_BRANDS.includes(brand)
  return isPicture ? { code: 'INPUT_IS_IMAGE', detail: brand.toUpperCase() } : null
}

/** Every chunk length fits the 31 bits that PNG allows, as far as the head reaches. */
function sniffPng(head: Buffer): Sniffed {
  let offset = 8
  while (offset + 8 <= head.length) {
    const length = head.readUInt32BE(offset)
    const type = head.toString('latin1', offset + 4, offset + 8)
    if (length > 0x7fffffff || !/^[A-Za-z]{4}$/.test(type)) {
      return { code: 'INPUT_UNREADABLE', detail: 'a damaged PNG picture' }
    }
    offset += 12 + length
  }
  return { code: 'INPUT_IS_IMAGE', detail: 'PNG' }
}

function sniffText(head: Buffer): Sniffed | null {
  const text = decodeText(head)
  if (text === null) return null
  const known = TEXTS.find(({ pattern }) => pattern.test(text))
  return known ?? { code: 'INPUT_UNREADABLE', detail: 'plain text' }
}

/** Null when it is no text: a NUL or another control character that no text has. */
function decodeText(head: Buffer): string | null {
  const isUtf16 = /^(fffe|feff)/.test(head.toString('hex', 0, 2))
  const text = isUtf16 ? head.toString('utf16le', 2) : head.toString('utf8')
  // eslint-disable-next-line no-control-regex
  if (!isUtf16 && /[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]/.test(text.slice(0, -1))) return null
  return text.replace(/^\ufeff/, '').trimStart()
}
