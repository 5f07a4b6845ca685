import { BoundedOutput } from './bounded_output.js'
import { MediaError } from '../errors.js'
import { launch } from './launch.js'
import { signalGroup, type LaunchedProcess } from './launched_process.js'
import { LineSplitter } from './line_splitter.js'
import type { NamedPaths } from './named_paths.js'
import { endOf } from './process_end.js'
import { WorkTimer } from './work_timer.js'

const MAX_STDOUT_BYTES = 16 * 1024 * 1024

export interface BoundedRun {
  timeoutMs: number
  signal?: AbortSignal
  /** Called with each line; then nothing of stdout is kept and its length does not matter. */
  onLine?: (line: string) => void
  /** As onLine, for output that is no text. */
  onChunk?: (chunk: Buffer) => void
  /** What it reads and writes though no argument of its own names it. */
  also?: Partial<NamedPaths>
}

export interface BoundedResult {
  stdout: string
  stderr: string
  exitCode: number | null
  signal: NodeJS.Signals | null
}

/**
 * Runs a short media program to its end, however it ends.
 * @throws MediaError FFMPEG_MISSING, PROBE_TIME_LIMIT (also when stdout passes 16 MiB), ABORTED
 */
export async function runBounded(
  binary: string,
  args: string[],
  options: BoundedRun
): Promise<BoundedResult> {
  if (options.signal?.aborted) throw new MediaError('ABORTED')

  const child = launch(binary, args, options.also)
  const stopper = new Stopper(child, options)
  const output = collect(child, options, () => stopper.stop('PROBE_TIME_LIMIT'))
  try {
    const ended = await endOf(child)
    if (stopper.reason) throw new MediaError(stopper.reason, { evidence: output.stderr() })
    refuseMissing(binary, ended.exitCode, output.stderr())
    return { ...ended, stdout: output.stdout(), stderr: output.stderr() }
  } finally {
    stopper.dispose()
  }
}

/** Kills the group once, and remembers why. */
class Stopper {
  reason: 'PROBE_TIME_LIMIT' | 'ABORTED' | null = null
  private readonly timer: WorkTimer
  private readonly onAbort = () => this.stop('ABORTED')

  constructor(
    private readonly child: LaunchedProcess,
    private readonly run: BoundedRun
  ) {
    this.timer = new WorkTimer(run.timeoutMs, () => this.stop('PROBE_TIME_LIMIT'))
    run.signal?.addEventListener('abort', this.onAbort)
  }

  stop(reason: 'PROBE_TIME_LIMIT' | 'ABORTED'): void {
    this.reason ??= reason
    if (this.child.pid) signalGroup(this.child.pid, 'SIGKILL')
  }

  dispose(): void {
    this.timer.dispose()
    this.run.signal?.removeEventListener('abort', this.onAbort)
  }
}

function collect(child: LaunchedProcess, run: BoundedRun, onOverflow: () => void) {
  const stderr = new BoundedOutput()
  const chunks: Buffer[] = []
  const lines = run.onLine ? new LineSplitter(run.onLine) : null
  let bytes = 0

  child.stderr.on('data', (chunk: Buffer) => stderr.add(chunk))
  child.stdout.on('data', (chunk: Buffer) => {
    if (lines) return lines.add(chunk)
    if (run.onChunk) return run.onChunk(chunk)
    bytes += chunk.length
    if (bytes > MAX_STDOUT_BYTES) return onOverflow()
    chunks.push(chunk)
  })
  return { stdout: () => Buffer.concat(chunks).toString('utf8'), stderr: () => stderr.text() }
}

/** `nice` and `setpriv` exit with 126 or 127 when what they should start cannot be started. */
function refuseMissing(binary: string, exitCode: number | null, stderr: string): void {
  if (exitCode === 126 || exitCode === 127) {
    throw new MediaError('FFMPEG_MISSING', { detail: binary, evidence: stderr })
  }
}
