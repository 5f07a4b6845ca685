/** Words that stand for a while. */
export interface Cue {
  startS: number
  /** At or before the start where the source does not say. */
  endS: number
  /** WebVTT cue text: escaped, `<b>`, `<i>` and `<u>` as tags, lines without blank ones between. */
  text: string
}
