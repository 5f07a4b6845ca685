export interface ProbeLimits {
  maxDurationS: number
  /** Width times height of the picture. */
  maxPixels: number
  maxStreams: number
  /** For each question put to ffprobe; reading all packets of a large file may take longer. */
  timeoutMs: number
}
