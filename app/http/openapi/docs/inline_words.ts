const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Our descriptions as HTML: everything escaped, `code` as code. */
export function inlineWords(words: string): string {
  const escaped = words.replace(/[&<>"]/g, (one) => ENTITIES[one])
  return escaped.replace(/`([^`]+)`/g, '<code>$1</code>')
}
