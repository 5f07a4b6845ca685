/** What a firing did: kept with it. */
export interface ActionResult {
  /** For people, one or more sentences. */
  words: string
  /** The same for programs and pages. */
  details?: FiringDetails
}

/** What pages link to and list; each action says what it has. */
export interface FiringDetails {
  batchId?: number
  /** The first hundred. */
  jobIds?: string[]
  /** What was found, videos with their ids; the first hundred. */
  findings?: ActionFinding[]
  /** Of the action `report`. */
  report?: object
}

export interface ActionFinding {
  /** A clause without its full stop. */
  what: string
  videoId?: number | null
}

/** Kept with a firing, at most. */
export const MOST_LISTED = 100

export interface ActionContext {
  firingId: number
  dueAt: Date
  /** Aborted: the work stops where nothing is lost; the firing is begun again elsewhere. */
  signal: AbortSignal
}

/**
 * Does what a schedule asks for. It may be begun twice without harm: a firing whose scheduler died is begun again.
 */
export interface Action<P> {
  /** @throws what the operation throws; an Exception is told in its words */
  run(parameters: P, context: ActionContext): Promise<ActionResult>
}
