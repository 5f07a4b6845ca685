import { BoundedOutput } from './bounded_output.js'
import type { EncodeLimits } from './encode_limits.js'
import { MediaError } from '../errors.js'
import { explainExit, failedWrites } from './explain_exit.js'
import { FfmpegWatch } from './ffmpeg_watch.js'
import { launch } from './launch.js'
import type { LaunchedProcess } from './launched_process.js'
import type { NamedPaths } from './named_paths.js'
import { endOf, type ProcessEnd } from './process_end.js'
import { ProgressParser, type ProgressBlock } from './progress_parser.js'

export type { EncodeLimits } from './encode_limits.js'

export interface FfmpegProgress {
  /** 0..1, never falling. */
  progress: number
  outTimeS: number
  /** Times real time; null while unknown. */
  speed: number | null
  fps: number | null
}

export interface FfmpegRunOptions {
  binary: string
  /** Of the result, for the progress. */
  durationS: number
  limits: EncodeLimits
  /** What it reads and writes though no argument of its own names it. */
  also?: Partial<NamedPaths>
  signal?: AbortSignal
  onStart?: (pid: number) => void
  onProgress?: (progress: FfmpegProgress) => void
  onWarning?: (text: string) => void
  /** Five times a second: what it and all below it use, how long it has worked, and what it said so far. */
  onLook?: (seen: FfmpegSeen) => void
  /** What it cost, however it ended. */
  onEnd?: (ended: FfmpegEnd) => void
  /** Bytes written so far, for the limit of the output. */
  measureOutput?: () => Promise<number>
}

export interface FfmpegSeen {
  elapsedMs: number
  /** Used until now. */
  cpuS: number
  /** Used now. */
  memoryBytes: number
  /** First and last 64 KiB. */
  stderr: () => string
}

export interface FfmpegCost {
  cpuS: number
  wallMs: number
  peakMemoryBytes: number
}

export interface FfmpegEnd extends FfmpegCost {
  /** Its exit code, or the name of the signal that ended it. */
  exit: string
  /** Of the result, as far as it came. */
  outTimeS: number
}

export interface FfmpegRun extends FfmpegCost {
  argv: string[]
  /** First and last 64 KiB. */
  stderr: string
  exitCode: number
}

/**
 * Runs one ffmpeg within its limits and leaves no process behind, whatever happens. That it exits with 0 says
 * nothing about its files: verify them.
 * @throws MediaError with the cause; ABORTED when the signal fired, also before the start
 */
export async function runFfmpeg(args: string[], options: FfmpegRunOptions): Promise<FfmpegRun> {
  if (options.signal?.aborted) throw new MediaError('ABORTED')

  const child = launch(options.binary, args, options.also)
  const ended = endOf(child)
  if (child.pid === undefined) {
    await ended
    throw new MediaError('FFMPEG_MISSING', { detail: options.binary })
  }
  const stderr = new BoundedOutput()
  const onUsage = ({ elapsedMs, cpuS, memoryBytes }: Omit<FfmpegSeen, 'stderr'>) =>
    options.onLook?.({ elapsedMs, cpuS, memoryBytes, stderr: () => stderr.text() })
  const watch = new FfmpegWatch(child.pid, { ...options, onUsage })
  // nothing of it is kept: to ask it to end well would only let a hung one live for longer
  const onAbort = () => watch.end({ code: 'ABORTED', detail: 'on request' }, true)
  options.signal?.addEventListener('abort', onAbort)
  try {
    return await finish({ child, ended, watch, stderr, args, options })
  } finally {
    options.signal?.removeEventListener('abort', onAbort)
    watch.dispose()
  }
}

interface Running {
  child: LaunchedProcess
  ended: Promise<ProcessEnd>
  watch: FfmpegWatch
  stderr: BoundedOutput
  args: string[]
  options: FfmpegRunOptions
}

async function finish(running: Running): Promise<FfmpegRun> {
  const { child, ended, watch, stderr, args, options } = running
  child.stderr.on('data', (chunk: Buffer) => stderr.add(chunk))
  const progress = followProgress(child, watch, options)
  options.onStart?.(child.pid!)

  const { exitCode, signal } = await ended
  const cost = costOf(watch)
  options.onEnd?.({ ...cost, exit: signal ?? String(exitCode), outTimeS: progress.outTimeS() })
  if (exitCode === 0) await watch.holdToOutput()
  const log = stderr.text()
  if (watch.stop)
    throw new MediaError(watch.stop.code, { detail: watch.stop.detail, evidence: log })
  if (exitCode !== 0) throw explainExit({ exitCode, signal, stderr: log })
  const lost = failedWrites(log)
  if (lost) throw lost
  progress.complete()
  return {
    ...cost,
    argv: [options.binary, ...args],
    stderr: log,
    exitCode,
  }
}

function costOf({ cpuS, elapsedMs, peakMemoryBytes }: FfmpegWatch): FfmpegCost {
  return { cpuS, wallMs: Math.round(elapsedMs), peakMemoryBytes }
}

/** Moments of several outputs interleave, so the highest seen counts. 1 is told after a good end only. */
function followProgress(child: LaunchedProcess, watch: FfmpegWatch, options: FfmpegRunOptions) {
  let last: FfmpegProgress = { progress: 0, outTimeS: 0, speed: null, fps: null }
  const parser = new ProgressParser((block) => {
    watch.noteProgress(block)
    const { outTimeS, speed, fps } = block
    const progress = Math.max(last.progress, progressOf(block, options.durationS))
    last = { progress, outTimeS, speed, fps }
    options.onProgress?.(last)
  })
  child.stdout.on('data', (chunk: Buffer) => parser.add(chunk))
  return {
    complete: () => options.onProgress?.({ ...last, progress: 1 }),
    outTimeS: () => last.outTimeS,
  }
}

function progressOf({ outTimeS }: ProgressBlock, durationS: number): number {
  return durationS > 0 ? Math.min(0.999, outTimeS / durationS) : 0
}
