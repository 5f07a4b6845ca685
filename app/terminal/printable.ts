/** Text of strangers, made harmless: an escape sequence in a title must not drive the terminal. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ')
}
