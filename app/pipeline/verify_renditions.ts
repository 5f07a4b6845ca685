import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { verifyRendition, type RenditionProof } from '#media/verify'
import type { StreamSpan } from '#media/stream_span'
import type { EncodePlan, PlannedRendition } from '#media/encode_plan'
import type { LeaseWatch } from '#pipeline/lease_watch'
import type { PipelineSettings } from '#pipeline/pipeline_settings'

export interface VerifiedRendition {
  planned: PlannedRendition
  path: string
  sizeBytes: number
  sha256: string
  proof: RenditionProof
}

/** Believes no exit code: looks at every file that the plan promised. @throws MediaError */
export async function verifyRenditions(
  settings: PipelineSettings,
  of: { plan: EncodePlan; folder: string; watch: LeaseWatch; sourceSpans: StreamSpan[] }
): Promise<VerifiedRendition[]> {
  const options = { binaries: settings.binaries, signal: of.watch.signal }
  const made = of.plan.renditions.filter((planned) => planned.decision !== 'skip')
  of.watch.report('verify')
  const verified: VerifiedRendition[] = []
  for (const planned of made) {
    const path = join(of.folder, planned.fileName!)
    const proof = await verifyRendition(path, planned, { ...options, sourceSpans: of.sourceSpans })
    verified.push({ planned, path, proof, ...(await fingerprint(path)) })
    of.watch.report('verify', verified.length / made.length)
  }
  return verified
}

async function fingerprint(path: string) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return { sizeBytes: (await stat(path)).size, sha256: hash.digest('hex') }
}
