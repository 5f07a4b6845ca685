/** How the W3C names a span to other processes: https://www.w3.org/TR/trace-context/ */
export interface RemoteSpan {
  traceId: string
  spanId: string
  flags: number
}

const SHAPE = /^(?!ff)[\da-f]{2}-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(?:-.*)?$/

/** @returns null where it names none: others say what they like in a header */
export function readTraceParent(text: string | null | undefined): RemoteSpan | null {
  const found = SHAPE.exec(text?.trim() ?? '')
  if (!found) return null
  const [, traceId, spanId, flags] = found
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return null
  return { traceId, spanId, flags: Number.parseInt(flags, 16) & 1 }
}

export function writeTraceParent({ traceId, spanId, flags }: RemoteSpan): string {
  return `00-${traceId}-${spanId}-${flags.toString(16).padStart(2, '0')}`
}
