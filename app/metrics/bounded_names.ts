const OTHER = 'other'

/** Names that people make, as label values: so many of them and no more, whatever people make. */
export class BoundedNames {
  readonly #known: Set<string>
  #room: number

  /**
   * @param always have their own series whenever they come
   * @param maxOthers the first so many that come besides; all further ones are `other`
   */
  constructor(always: Iterable<string>, maxOthers: number) {
    this.#known = new Set(always)
    this.#room = maxOthers
  }

  /** The name itself, or `other`. */
  label(name: string): string {
    if (this.#known.has(name)) return name
    if (this.#room === 0) return OTHER
    this.#room -= 1
    this.#known.add(name)
    return name
  }
}
