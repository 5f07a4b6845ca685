import db from '@adonisjs/lucid/services/db'
import { runFfmpeg } from '#media/run/ffmpeg'
import { ffmpegArguments } from '#media/command/ffmpeg_arguments'
import { findFont } from '#media/operations/find_font'
import { MediaError } from '#media/errors'
import type { EncodePlan } from '#media/plan/encode_plan'
import type { LeaseWatch } from '#pipeline/lease_watch'
import type { PipelineSettings } from '#pipeline/pipeline_settings'
import type { JobLease } from '#jobs/job_lease'

export interface EncodeRequest {
  lease: JobLease
  watch: LeaseWatch
  plan: EncodePlan
  inputPath: string
  watermarkPath: string | null
  folder: string
  durationS: number
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
  const { lease, watch, plan, inputPath, folder, durationS } = request
  const watermarkPath = request.watermarkPath ?? undefined
  const paths = { inputPath, watermarkPath, fontFile: await findFont() }
  const args = ffmpegArguments(plan, { ...paths, outputDirectory: folder })
  await note(lease, { argv: JSON.stringify([settings.binaries.ffmpeg, ...args]) })
  try {
    const run = await runFfmpeg(args, {
      binary: settings.binaries.ffmpeg,
      durationS,
      limits: { ...settings.limits, memoryBytes: memoryFor(settings, plan) },
      signal: watch.signal,
      onStart: (pid) => void note(lease, { process_id: pid }).catch(() => undefined),
      onProgress: ({ progress }) => watch.report('encode', progress),
      onWarning: (text) => void note(lease, { message: text }).catch(() => undefined),
    })
    const { cpuS, wallMs, peakMemoryBytes, stderr } = run
    await note(lease, {
      cpu_s: cpuS,
      wall_ms: wallMs,
      peak_memory_bytes: peakMemoryBytes,
      log: storable(stderr),
    })
    return stderr
  } catch (error) {
    if (error instanceof MediaError) await note(lease, { log: storable(error.evidence) })
    throw error
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
