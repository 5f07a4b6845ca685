import db from '@adonisjs/lucid/services/db'
import { runFfmpeg, type FfmpegEnd, type FfmpegRunOptions } from '#media/run/ffmpeg'
import { ffmpegArguments } from '#media/command/ffmpeg_arguments'
import { findFont } from '#media/operations/find_font'
import { MediaError } from '#media/errors'
import type { EncodePlan } from '#media/plan/encode_plan'
import { processBirth } from '#media/run/process_birth'
import { encodeLimits, refuseLateEncode } from '#pipeline/encode_limits'
import { AttemptLog } from '#pipeline/attempt_log'
import { traceFfmpeg } from '#pipeline/trace_ffmpeg'
import { noteAttempt } from '#pipeline/note_attempt'
import type { Making } from '#pipeline/making'
import type { PipelineSettings } from '#pipeline/pipeline_settings'
import type { JobLease } from '#jobs/life/job_lease'

export interface EncodeRequest extends Omit<Making, 'job'> {
  plan: EncodePlan
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
  refuseLateEncode(request.limits, request.programs.workedMs)
  const watermarkPath = request.watermarkPath ?? undefined
  const paths = { inputPath, watermarkPath, fontFile: await findFont() }
  const args = ffmpegArguments(plan, { ...paths, outputDirectory: folder })
  const log = request.isExtra ? null : new AttemptLog(lease)
  if (log) await noteAttempt(lease, { argv: JSON.stringify([settings.binaries.ffmpeg, ...args]) })
  const cost: Cost = { ended: null }
  try {
    const run = await request.watch.withinPhase(() =>
      traceFfmpeg([settings.binaries.ffmpeg, ...args], (tell) =>
        runFfmpeg(args, {
          ...runOptions(settings, request, log),
          onEnd: (ended) => tell((cost.ended = ended)),
        })
      )
    )
    await log?.end(run.stderr)
    return run.stderr
  } catch (error) {
    if (error instanceof MediaError) await log?.end(error.evidence)
    throw error
  } finally {
    await noteEnd(request, cost)
  }
}

interface Cost {
  /** Null: it was never launched. */
  ended: FfmpegEnd | null
}

function runOptions(
  settings: PipelineSettings,
  request: EncodeRequest,
  log: AttemptLog | null
): FfmpegRunOptions {
  const { lease, watch, plan, durationS, isExtra, limits, scratchUse } = request
  return {
    binary: settings.binaries.ffmpeg,
    durationS,
    limits: encodeLimits(limits, plan.memoryBytes),
    signal: watch.signal,
    onStart: (pid) => noteProcess(lease, pid),
    onProgress: ({ progress }) => isExtra || watch.report('encode', progress),
    onLook: (seen) => log?.see(seen),
    measureOutput: () => scratchUse.measure(),
  }
}

/** The process is gone, and its number may be another's tomorrow. */
async function noteEnd({ lease, isExtra }: EncodeRequest, { ended }: Cost): Promise<void> {
  const said = ended && {
    ...spent(ended),
    ...(!isExtra && { exit: ended.exit, speed: speedOf(ended) }),
  }
  await noteAttempt(lease, { process_born_at: null, ...said }).catch(() => undefined)
}

/** Times real time; null where nothing came out. */
function speedOf({ outTimeS, wallMs }: FfmpegEnd): number | null {
  return outTimeS > 0 && wallMs > 0 ? (outTimeS * 1000) / wallMs : null
}

/** An attempt that runs ffmpeg more than once costs the sum. */
function spent({ cpuS, wallMs, peakMemoryBytes }: FfmpegEnd) {
  return {
    cpu_s: db.knexRawQuery('coalesce(cpu_s, 0) + ?', [cpuS]),
    wall_ms: db.knexRawQuery('coalesce(wall_ms, 0) + ?', [wallMs]),
    peak_memory_bytes: db.knexRawQuery('greatest(peak_memory_bytes, ?)', [peakMemoryBytes]),
  }
}

/** So that whoever finds it running later knows whose it was. */
function noteProcess(lease: JobLease, pid: number) {
  const process = { process_id: pid, process_born_at: processBirth(pid) }
  void noteAttempt(lease, process).catch(() => undefined)
}
