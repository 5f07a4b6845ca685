import { join } from 'node:path'
import type { MediaBinaries } from '#media/run/binaries'
import { drawWaveform } from '#media/analysis/draw_waveform'
import { planEncode, type EncodePlan } from '#media/plan/encode_plan'
import { MediaError } from '#media/errors'
import { runFfmpeg, type EncodeLimits } from '#media/run/ffmpeg'
import { ffmpegArguments } from '#media/command/ffmpeg_arguments'
import type { MediaInfo } from '#media/probe/media_info'
import { probe, type ProbeLimits } from '#media/probe/probe'
import type { Recipe } from '#media/recipe/recipe'
import { verifyPoster } from '#media/verify/verify_poster'
import { verifyRendition, type RenditionProof } from '#media/verify/verify'
import type { CorpusOutcome } from '#app/terminal/corpus/corpus_expectation'

export interface TrialSettings {
  binaries: MediaBinaries
  recipe: Recipe
  probeLimits: ProbeLimits
  encodeLimits: EncodeLimits
}

/** One file, already in a folder of its own where the results go too. */
export interface Trial {
  inputPath: string
  folder: string
  signal: AbortSignal
}

/** What a copy may be replaced for, once, as the pipeline does. */
const CURED_BY_ENCODING = new Set(['RESULT_DAMAGED', 'RESULT_WRONG', 'RESULT_CUT_SHORT'])

/** Takes one file through probe, plan, encode and verify; never throws. */
export async function tryFile(settings: TrialSettings, trial: Trial): Promise<CorpusOutcome> {
  let info: MediaInfo
  try {
    info = await probe(trial.inputPath, {
      binaries: settings.binaries,
      limits: settings.probeLimits,
      signal: trial.signal,
    })
  } catch (error) {
    return ended(error, 'rejected')
  }
  try {
    return made(info, await make(settings, { ...trial, info }))
  } catch (error) {
    return ended(error, 'failed')
  }
}

type Making = Trial & { info: MediaInfo }

async function make(settings: TrialSettings, making: Making): Promise<RenditionProof[]> {
  const plan = planEncode(making.info, settings.recipe)
  try {
    return await makeBy(plan, settings, making)
  } catch (error) {
    const isCured = error instanceof MediaError && CURED_BY_ENCODING.has(error.code)
    if (!isCured || !hasCopies(plan)) throw error
    return makeBy(planEncode(making.info, settings.recipe, { mayCopy: false }), settings, making)
  }
}

async function makeBy(
  plan: EncodePlan,
  settings: TrialSettings,
  making: Making
): Promise<RenditionProof[]> {
  const { info, inputPath, folder, signal } = making
  const memoryBytes = Math.max(settings.encodeLimits.memoryBytes, plan.memoryBytes)
  const { stderr } = await runFfmpeg(
    ffmpegArguments(plan, { inputPath, outputDirectory: folder }),
    {
      binary: settings.binaries.ffmpeg,
      durationS: info.durationS,
      limits: { ...settings.encodeLimits, memoryBytes },
      signal,
    }
  )
  const proofs: RenditionProof[] = []
  for (const planned of plan.renditions.filter(({ decision }) => decision !== 'skip')) {
    const source = {
      path: inputPath,
      plan: plan.source,
      warnings: info.warnings,
      encodeLog: stderr,
    }
    const options = { binaries: settings.binaries, sourceSpans: info.spans, source, signal }
    proofs.push(await verifyRendition(join(folder, planned.fileName!), planned, options))
  }
  await checkPoster(plan, settings, making)
  return proofs
}

/** Drawn here for sound alone; made with the renditions for all else. */
async function checkPoster(
  { poster }: EncodePlan,
  { binaries }: TrialSettings,
  { inputPath, folder, signal }: Making
): Promise<void> {
  if (poster?.kind === 'waveform') {
    return drawWaveform(poster, { inputPath, outputDirectory: folder }, { binaries, signal })
  }
  if (poster) await verifyPoster(join(folder, poster.fileName))
}

function hasCopies(plan: EncodePlan): boolean {
  return plan.renditions.some(({ decision }) => decision === 'copy' || decision === 'remux')
}

function made(info: MediaInfo, proofs: RenditionProof[]): CorpusOutcome {
  const found = [...info.warnings, ...proofs.flatMap((proof) => proof.warnings ?? [])]
  const warnings = [...new Set(found.map(({ text }) => text))]
  return {
    kind: 'made',
    code: null,
    why: [proofs.map(describe).join(', '), ...warnings].join('; '),
    warnings,
    hasVideo: proofs.some(({ videoCodec }) => videoCodec !== null),
    proofs,
  }
}

function describe(proof: RenditionProof): string {
  const codecs = [proof.videoCodec, proof.audioCodec].filter(Boolean).join('+')
  const size = proof.videoCodec ? `${proof.width}x${proof.height} ` : ''
  const { ssim } = proof.similarity ?? { ssim: null }
  const likeness = ssim ? `, SSIM ${ssim.average.toFixed(3)}` : ''
  return `${size}${codecs} ${proof.durationS.toFixed(2)} s${likeness}`
}

function ended(error: unknown, kind: 'rejected' | 'failed'): CorpusOutcome {
  const isKnown = error instanceof MediaError
  const code = isKnown ? error.code : 'UNKNOWN'
  const isRefusal = isKnown && error.code.startsWith('INPUT_')
  return {
    kind: kind === 'rejected' && isRefusal ? 'rejected' : 'failed',
    code,
    why: error instanceof Error ? error.message : String(error),
    warnings: [],
    hasVideo: false,
    proofs: [],
  }
}
