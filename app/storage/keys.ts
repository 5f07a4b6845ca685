import { v7 as uuidv7 } from 'uuid'

/** Where files of each kind begin; `incoming/` holds what is being received, `resumable/` what comes in pieces. */
export const STORE_PREFIXES = [
  'originals/',
  'renditions/',
  'watermarks/',
  'incoming/',
  'resumable/',
] as const
export type StorePrefix = (typeof STORE_PREFIXES)[number]

/** What is being received lies in a folder of this machine, wherever the rest is kept. */
export function isArriving(key: string): boolean {
  return key.startsWith('incoming/') || key.startsWith('resumable/')
}

/** Names are ours alone: nothing of what people typed becomes part of a path. */
export function originalKey(extension: string): string {
  return `originals/${uuidv7()}.${extension}`
}

/** A watermark's picture, under the id of its record. */
export function watermarkKey(id: string, extension: string): string {
  return `watermarks/${id}.${extension}`
}

/** A rendition lives under the attempt that made it, so two attempts never meet. */
export function renditionKey(of: {
  videoId: number
  jobId: string
  leaseToken: number
  fileName: string
}) {
  return `renditions/${of.videoId}/${of.jobId}-${of.leaseToken}/${of.fileName}`
}
