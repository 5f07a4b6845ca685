import type { Secret } from '@adonisjs/core/helpers'

/** Which bucket, and who we are there. */
export interface S3Settings {
  /** Such as `https://s3.example.org`; null: that of AWS for the region. */
  endpoint: string | null
  /** By which those who are sent on reach it; null: by `endpoint`, too. */
  publicEndpoint: string | null
  region: string
  bucket: string
  /** Before every key, with a slash at its end; empty: none. */
  prefix: string
  /** Null: what the machine itself has, such as a role of AWS. */
  credentials: { accessKeyId: string; secretAccessKey: Secret<string> } | null
  /** The bucket in the path (`https://host/bucket/key`), not in the name of the host. */
  isPathStyle: boolean
}

/** How long things may take, in milliseconds. */
export interface S3Patience {
  connectMs: number
  /** Without a byte either way. */
  idleMs: number
  /** One request, its body included; bodies of answers have `idleMs` alone. */
  requestMs: number
  /** Faults that pass are tried again for so long where work waits for them: keeping and bringing. */
  workMs: number
  /** The same where a person waits: reading, sizes, lists, removing. */
  answerMs: number
  /** The first pause before trying again; it doubles, and some of it is left to chance. */
  firstPauseMs: number
  longestPauseMs: number
}

export const USUAL_PATIENCE: S3Patience = {
  connectMs: 5_000,
  idleMs: 30_000,
  requestMs: 10 * 60_000,
  workMs: 3 * 60_000,
  answerMs: 15_000,
  firstPauseMs: 200,
  longestPauseMs: 15_000,
}
