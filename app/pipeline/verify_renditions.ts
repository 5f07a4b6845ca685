import { join } from 'node:path'
import { verifyRendition, type RenditionProof, type SourceEvidence } from '#media/verify/verify'
import { describeFile, type MadeFile } from '#pipeline/made_files'
import type { StreamSpan } from '#media/probe/stream_span'
import type { EncodePlan, PlannedRendition } from '#media/plan/encode_plan'
import type { LeaseWatch } from '#pipeline/lease_watch'
import type { PipelineSettings } from '#pipeline/pipeline_settings'
import type { RenditionKind } from '#videos/rendition_file'

export interface VerifiedRendition {
  name: string
  kind: RenditionKind
  decision: 'copy' | 'remux' | 'encode'
  /** Why it was made that way, in words. */
  reason: string
  width: number | null
  height: number | null
  /** The one that players open first, then the others. */
  files: [MadeFile, ...MadeFile[]]
  proof: RenditionProof
}

export interface Verification {
  plan: EncodePlan
  folder: string
  watch: LeaseWatch
  source: SourceEvidence
  /** Of the part that was taken. */
  sourceSpans: StreamSpan[]
}

/** Believes no exit code: looks at every file that the plan promised. @throws MediaError */
export async function verifyRenditions(
  settings: PipelineSettings,
  of: Verification
): Promise<VerifiedRendition[]> {
  const made = of.plan.renditions.filter((planned) => planned.decision !== 'skip')
  of.watch.report('verify')
  const verified: VerifiedRendition[] = []
  for (const planned of made) {
    const report = (done: number) =>
      of.watch.report('verify', (verified.length + done) / made.length)
    verified.push(await verifyOne(settings, { ...of, report }, planned))
    report(0)
  }
  return verified
}

async function verifyOne(
  { binaries }: PipelineSettings,
  { folder, watch, source, sourceSpans, report }: Verification & { report: (done: number) => void },
  planned: PlannedRendition
): Promise<VerifiedRendition> {
  const path = join(folder, planned.fileName!)
  const proof = await verifyRendition(path, planned, {
    binaries,
    signal: watch.signal,
    source,
    sourceSpans,
    onProgress: report,
  })
  const file = await describeFile(path, watch.signal)
  return {
    name: planned.name,
    kind: kindOf(file),
    decision: planned.decision as VerifiedRendition['decision'],
    reason: planned.reason,
    width: planned.width || null, // the plan of sound says 0
    height: planned.height || null,
    files: [file],
    proof,
  }
}

function kindOf({ mimeType }: MadeFile): RenditionKind {
  if (mimeType.startsWith('audio/')) return 'audio'
  return mimeType.startsWith('image/') ? 'image' : 'video'
}
