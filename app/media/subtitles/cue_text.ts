const TAGS = /(<\/?[biu]>)/
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
/** Shapes that ASS draws, which ffmpeg hands over as if they were words. */
const DRAWING = /^m( -?\d+(\.\d+)?){2}( ([mnlbspc]|-?\d+(\.\d+)?))*$/

const utf8 = new TextDecoder('utf-8', { fatal: true })
const western = new TextDecoder('windows-1252')

/** @returns whether the bytes were no UTF-8, and what they most likely say */
export function decodeText(bytes: Uint8Array): { text: string; isGuessed: boolean } {
  try {
    return { text: utf8.decode(bytes), isGuessed: false }
  } catch {
    return { text: western.decode(bytes), isGuessed: true }
  }
}

/**
 * What ffmpeg made of a subtitle as WebVTT cue text: bold, italic and underlined stay, everything else is text, and
 * nothing in it can end the cue or begin another. Empty where there are no words.
 */
export function cueText(raw: string): string {
  const lines = raw
    .replaceAll('\\h', '\u00a0')
    .replace(/[^\P{Cc}\n]/gu, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !DRAWING.test(line))
  const text = lines.join('\n').split(TAGS).map(escaped).join('')
  return text.replace(/<[^>]*>/g, '').trim() === '' ? '' : text
}

/** Tags stand at odd places: they are what was split by. */
function escaped(piece: string, at: number): string {
  return at % 2 === 1 ? piece : piece.replace(/[&<>]/g, (mark) => ESCAPES[mark])
}
