import { v7 as uuidv7 } from 'uuid'

/** Names are ours alone: nothing of what people typed becomes part of a path. */
export function originalKey(extension: string): string {
  return `originals/${uuidv7()}.${extension}`
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
