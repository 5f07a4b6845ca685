export interface ProbeLimits {
  maxDurationS: number
  /** Width times height of the picture. */
  maxPixels: number
  maxStreams: number
  /** Of the file; unlimited where absent. */
  maxSizeBytes?: number
  /** Pictures a second, measured; unlimited where absent. */
  maxFrameRate?: number
  /** For each question put to ffprobe; reading all packets of a large file may take longer. */
  timeoutMs: number
}
