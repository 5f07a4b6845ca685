import db from '@adonisjs/lucid/services/db'
import { runFfmpeg, type FfmpegRun, type FfmpegRunOptions } from '#media/run/ffmpeg'
import { ffmpegArguments } from '#media/command/ffmpeg_arguments'
import { findFont } from '#media/operations/find_font'
import { MediaError } from '#media/errors'
import type { EncodePlan } from '#media/plan/encode_plan'
import type { LeaseWatch } from '#pipeline/lease_watch'
import type { PipelineSettings } from '#pipeline/pipeline_settings'
import type { JobLease } from '#jobs/life/job_lease'

export interface EncodeRequest {
  lease: JobLease
  watch: LeaseWatch
  plan: EncodePlan
  inputPath: string
  watermarkPath: string | null
  folder: string
  durationS: number
  /** Something small after the main run: it tells no progress, and the attempt keeps the main run's command. */
  isExtra?: boolean
}

/**
 * Writes every file of the plan with one ffmpeg, and what it cost into the attempt.
 *
 * @returns what ffmpeg said
 * @throws MediaError
 */
export async function encodeRenditions(
  settings: PipelineSettings,
  request: EncodeRequest
): Promise<string> {
  const { lease, plan, inputPath, folder } = request
  const watermarkPath = request.watermarkPath ?? undefined
  const paths = { inputPath, watermarkPath, fontFile: await findFont() }
  const args = ffmpegArguments(plan, { ...paths, outputDirectory: folder })
  const tell = (columns: Record<string, unknown>) =>
    request.isExtra ? Promise.resolve() : note(lease, columns)
  await tell({ argv: JSON.stringify([settings.binaries.ffmpeg, ...args]) })
  try {
    const run = await runFfmpeg(args, runOptions(settings, request))
    await note(lease, spent(run))
    await tell({ log: storable(run.stderr) })
    return run.stderr
  } catch (error) {
    if (error instanceof MediaError) await tell({ log: storable(error.evidence) })
    throw error
  }
}

function runOptions(settings: PipelineSettings, request: EncodeRequest): FfmpegRunOptions {
  const { lease, watch, plan, durationS, isExtra } = request
  return {
    binary: settings.binaries.ffmpeg,
    durationS,
    limits: { ...settings.limits, memoryBytes: memoryFor(settings, plan) },
    signal: watch.signal,
    onStart: (pid) => void note(lease, { process_id: pid }).catch(() => undefined),
    onProgress: ({ progress }) => isExtra || watch.report('encode', progress),
    onWarning: (text) => void note(lease, { message: text }).catch(() => undefined),
  }
}

/** An attempt that runs ffmpeg more than once costs the sum. */
function spent({ cpuS, wallMs, peakMemoryBytes }: FfmpegRun) {
  return {
    cpu_s: db.knexRawQuery('coalesce(cpu_s, 0) + ?', [cpuS]),
    wall_ms: db.knexRawQuery('coalesce(wall_ms, 0) + ?', [wallMs]),
    peak_memory_bytes: db.knexRawQuery('greatest(peak_memory_bytes, ?)', [peakMemoryBytes]),
  }
}

/** The configured limit, raised where the plan is known to need more. */
function memoryFor(settings: PipelineSettings, plan: EncodePlan): number {
  return Math.max(settings.limits.memoryBytes, plan.memoryBytes)
}

async function note(lease: JobLease, columns: Record<string, unknown>) {
  await db.from('attempts').where('id', lease.attemptId).update(columns)
}

/** Postgres text takes no NUL. */
function storable(text: string): string {
  return text.replaceAll('\0', '')
}
