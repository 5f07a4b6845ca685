/** How far something long is. */
export interface Progress {
  /** What is being done, such as the name of a table. */
  what: string
  done: number
  total: number
  unit: 'tables' | 'files' | 'bytes'
}

export type OnProgress = (progress: Progress) => void
