import { PAYLOAD_VERSION } from '#jobs/payload_version'

/** What decides which jobs of its lanes a worker takes. */
export interface Abilities {
  /** It takes jobs whose tags are all among these. */
  tags: readonly string[]
  /** It takes jobs of this version and of older ones. */
  payloadVersion: number
}

/** A worker of this program that nobody gave tags. */
export const PLAIN: Abilities = { tags: [], payloadVersion: PAYLOAD_VERSION }
