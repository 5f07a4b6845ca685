import { basename } from 'node:path'
import type { IncomingHttpHeaders } from 'node:http'

const MAX_LENGTH = 255

/** What the other side calls its file: by Content-Disposition, else by its address. Never a path, never empty. */
export function fileNameOf(headers: IncomingHttpHeaders, url: URL): string {
  const said = dispositionName(headers['content-disposition'] ?? '')
  return clean(said) || clean(decoded(url.pathname.split('/').at(-1) ?? '')) || url.hostname
}

/** RFC 6266: `filename*` counts more than `filename`. */
function dispositionName(disposition: string): string {
  const extended = /filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(disposition)
  if (extended) return decoded(extended[1])
  const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition)
  const name = plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2] ?? ''
  return utf8(name)
}

/** Node reads headers as Latin-1; most servers mean UTF-8. */
function utf8(text: string): string {
  const read = Buffer.from(text, 'latin1').toString()
  return read.includes('\ufffd') ? text : read
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function clean(name: string): string {
  const flat = name
    .toWellFormed()
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replaceAll('\\', '/')
  const last = basename(flat.trim()).trim()
  return /^\.*$/.test(last) ? '' : Array.from(last).slice(0, MAX_LENGTH).join('')
}
