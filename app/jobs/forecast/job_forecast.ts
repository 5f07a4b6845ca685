import type { DateTime } from 'luxon'

/** A range of moments: four of five jobs end within it. */
export interface Eta {
  from: DateTime
  to: DateTime
}

/** What can be promised of a job that is not over. */
export interface JobForecast {
  /** Its place in its lane's line, from 1; null where it runs or is held. */
  position: number | null
  /** When it will be done; null where nothing is known, nobody works or the lane stands still. */
  eta: Eta | null
  /** Why no live worker will take it, in words; left out where one may, or it does not wait. */
  waitsFor?: string
}
