/** How long a call may take, and how much of its answer is taken. */
export interface OutboundLimits {
  /** Until a connection stands, and once more until it is secure. */
  connectMs: number
  /** From the whole request to the head of the answer. */
  firstByteMs: number
  /** Without a single byte. */
  noProgressMs: number
  /** All of it: names, redirects, the last byte. */
  wholeMs: number
  /** Of the answer's body. */
  maxBytes: number
}
