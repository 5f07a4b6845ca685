import type { SubtitleTrack } from '../probe/media_info.js'

/** Longer titles are cut: they stand in a player's menu. */
const MOST_TITLE_LENGTH = 60
/** Languages that say nothing about what is spoken: not stated, uncoded, several, none. */
const NO_LANGUAGES = ['und', 'mis', 'mul', 'zxx']

const words = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** What a file says of a track's language as browsers want it (BCP 47), such as `de` of `ger`; null for no language. */
export function languageTag(stated: string | null): string | null {
  if (!stated || NO_LANGUAGES.includes(stated.toLowerCase())) return null
  try {
    return Intl.getCanonicalLocales(stated.replaceAll('_', '-'))[0] ?? null
  } catch {
    return null
  }
}

/** Names for a player's menu, each of them once: `German`, `English (Commentary)`, `English, forced`. */
export function trackLabels(tracks: readonly SubtitleTrack[]): string[] {
  const labels = tracks.map(labelOf)
  return labels.map((label, at) => {
    const twins = labels.slice(0, at).filter((other) => other === label).length
    return twins === 0 ? label : `${label} ${twins + 1}`
  })
}

function labelOf(track: SubtitleTrack, at: number): string {
  const name = nameOf(track) ?? `Subtitles ${at + 1}`
  const isHard = track.isHearingImpaired && !/sdh|hearing|\bcc\b|caption/i.test(name)
  const isForced = track.isForced && !/forced/i.test(name)
  return [name, isForced && 'forced', isHard && 'for the hard of hearing']
    .filter(Boolean)
    .join(', ')
}

function nameOf({ language, title }: SubtitleTrack): string | null {
  const spoken = spokenName(languageTag(language))
  const said = title && harmless(title)
  if (!spoken || !said) return said || spoken
  return said.toLowerCase().includes(spoken.toLowerCase()) ? said : `${spoken} (${said})`
}

/** In words, or the tag of a language that nobody named. */
function spokenName(tag: string | null): string | null {
  return tag && (words.of(tag) ?? tag)
}

/** One short line without control characters and without marks that turn the direction of text around. */
function harmless(title: string): string {
  const line = title
    .toWellFormed()
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
  return Array.from(line).slice(0, MOST_TITLE_LENGTH).join('')
}
