/** What one ffmpeg may take. */
export interface EncodeLimits {
  /** After this a warning is given, once. */
  softTimeMs: number
  /** After this it is stopped: TIME_LIMIT. */
  hardTimeMs: number
  /** Longest time without anything written: NO_PROGRESS. */
  noProgressMs: number
  /** Resident memory of the whole tree: OUT_OF_MEMORY_LIMIT. */
  memoryBytes: number
  /** All that it writes, by `measureOutput`: OUTPUT_TOO_LARGE. Left out: as much as it likes. */
  outputBytes?: number
  /** From SIGTERM to SIGKILL. */
  killGraceMs: number
}
