/**
 * A Content-Disposition that names a file, whatever people called it: a plain name for old clients and
 * the true one as RFC 5987 asks.
 */
export function contentDisposition(type: 'inline' | 'attachment', fileName: string): string {
  const name = harmless(fileName)
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  return `${type}; filename="${plain}"; filename*=UTF-8''${encode(name)}`
}

/** No control characters, no path, no bidirectional override that would hide the true extension. */
function harmless(fileName: string): string {
  const flat = fileName
    .toWellFormed()
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[/\\]/g, '_')
    .trim()
  return flat.replace(/^\.+/, '_') || 'video'
}

function encode(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
  )
}
