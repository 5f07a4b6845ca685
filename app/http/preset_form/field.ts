/** One thing that can be set in a recipe, as people see it. */
export interface Field {
  /** Within its section, such as `vp9.speed`. */
  path: string
  label: string
  /** What it does, in a sentence without its full stop. */
  hint: string
  kind: 'number' | 'text' | 'choice' | 'list' | 'json'
  /** What is shown behind it. */
  unit?: string
  /** Stored value of one of what is shown: 1000 where kbit/s are shown and bit/s stored. */
  scale?: number
  options?: readonly string[]
  /** Shown in an empty field. */
  placeholder?: string
  /** Empty means null, which is no limit; else empty means the usual value. */
  isNullable?: boolean
  isRare?: boolean
}

/** Fields that belong together, and can be left out together. */
export interface Section {
  key: string
  title: string
  /** Name of the box that turns it on; null: it is always there. */
  toggle: string | null
  hint: string
  fields: Field[]
}
