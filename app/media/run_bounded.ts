import { BoundedOutput } from './bounded_output.js'
import { MediaError } from './errors.js'
import { launch, signalGroup, type LaunchedProcess } from './launch.js'
import { LineSplitter } from './line_splitter.js'

const MAX_STDOUT_BYTES = 16 * 1024 * 1024

export interface BoundedRun {
  timeoutMs: number
  signal?: AbortSignal
  /** Called with each line; then nothing of stdout is kept and its length does not matter. */
  onLine?: (line: string) => void
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

  const child = launch(binary, args)
  const stopper = new Stopper(child, options)
  const output = collect(child, options.onLine, () => stopper.stop('PROBE_TIME_LIMIT'))
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
  private readonly timer: NodeJS.Timeout
  private readonly onAbort = () => this.stop('ABORTED')

  constructor(
    private readonly child: LaunchedProcess,
    private readonly run: BoundedRun
  ) {
    this.timer = setTimeout(() => this.stop('PROBE_TIME_LIMIT'), run.timeoutMs)
    run.signal?.addEventListener('abort', this.onAbort)
  }

  stop(reason: 'PROBE_TIME_LIMIT' | 'ABORTED'): void {
    this.reason ??= reason
    if (this.child.pid) signalGroup(this.child.pid, 'SIGKILL')
  }

  dispose(): void {
    clearTimeout(this.timer)
    this.run.signal?.removeEventListener('abort', this.onAbort)
  }
}

function collect(child: LaunchedProcess, onLine: BoundedRun['onLine'], onOverflow: () => void) {
  const stderr = new BoundedOutput()
  const chunks: Buffer[] = []
  const lines = onLine ? new LineSplitter(onLine) : null
  let bytes = 0

  child.stderr.on('data', (chunk: Buffer) => stderr.add(chunk))
  child.stdout.on('data', (chunk: Buffer) => {
    if (lines) return lines.add(chunk)
    bytes += chunk.length
    if (bytes > MAX_STDOUT_BYTES) return onOverflow()
    chunks.push(chunk)
  })
  return { stdout: () => Buffer.concat(chunks).toString('utf8'), stderr: () => stderr.text() }
}

/** `error` means that it never started: 127, as a shell would say. */
function endOf(child: LaunchedProcess): Promise<Pick<BoundedResult, 'exitCode' | 'signal'>> {
  return new Promise((resolve) => {
    child.once('error', () => resolve({ exitCode: 127, signal: null }))
    child.once('close', (exitCode, signal) => resolve({ exitCode, signal }))
  })
}

/** `nice` and `setpriv` exit with 126 or 127 when what they should start cannot be started. */
function refuseMissing(binary: string, exitCode: number | null, stderr: string): void {
  if (exitCode === 126 || exitCode === 127) {
    throw new MediaError('FFMPEG_MISSING', { detail: binary, evidence: stderr })
  }
}
