import { MediaError, type MediaFailureCode } from '../errors.js'

export interface Ended {
  exitCode: number | null
  signal: NodeJS.Signals | null
  stderr: string
}

/** Lines of ffmpeg that name a cause; the first that matches wins, so causes stand before their consequences. */
const CAUSES: { pattern: RegExp; code: MediaFailureCode }[] = [
  { pattern: /No space left on device|Disk quota exceeded|File too large/, code: 'DISK_FULL' },
  {
    pattern: /Unknown encoder|Encoder not found|Automatic encoder selection failed/,
    code: 'ENCODER_MISSING',
  },
  { pattern: /No such filter/, code: 'FILTER_MISSING' },
  { pattern: /not on whitelist|not in whitelist/i, code: 'INPUT_MANIFEST' },
  { pattern: /exceeds specified max pixel count/, code: 'INPUT_TOO_LARGE' },
  {
    // The last is what a decoder says that gets no memory for its threads.
    pattern:
      /Cannot allocate memory|malloc .* failed|Out of memory|opening \w+coder .* Resource temporarily unavailable/i,
    code: 'OUT_OF_MEMORY',
  },
  { pattern: /moov atom not found|ended prematurely/, code: 'INPUT_TRUNCATED' },
  {
    pattern: /no decoder found for|Decoder .* not found|decoder not found/i,
    code: 'INPUT_UNSUPPORTED_CODEC',
  },
  { pattern: /Permission denied|Read-only file system/, code: 'PERMISSION_DENIED' },
  { pattern: /Input\/output error/, code: 'DISK_ERROR' },
  { pattern: /No such file or directory/, code: 'INPUT_MISSING' },
  { pattern: /Stream map .* matches no streams/, code: 'INPUT_NO_VIDEO' },
  { pattern: /Invalid data found when processing input/, code: 'INPUT_UNREADABLE' },
]

const CRASHES: (NodeJS.Signals | null)[] = ['SIGSEGV', 'SIGABRT', 'SIGBUS', 'SIGFPE', 'SIGILL']
const EVIDENCE_LINES = 40

/** Why an ffmpeg that we did not stop ended badly. */
export function explainExit({ exitCode, signal, stderr }: Ended): MediaError {
  const evidence = evidenceIn(stderr)
  if (CRASHES.includes(signal))
    return new MediaError('FFMPEG_CRASHED', { detail: signal!, evidence })
  if (signal) return new MediaError('FFMPEG_KILLED', { detail: signal, evidence })
  if (exitCode === 126 || exitCode === 127) return new MediaError('FFMPEG_MISSING', { evidence })

  const cause = CAUSES.find(({ pattern }) => pattern.test(problemsIn(stderr).join('\n')))
  const detail = cause ? undefined : `exit code ${exitCode}`
  return new MediaError(cause?.code ?? 'FFMPEG_FAILED', { detail, evidence })
}

/**
 * What could not be written though ffmpeg ended with 0: a full disk is noticed only when a file is closed, and then
 * tells nobody but the log. Null where everything was written.
 */
export function failedWrites(stderr: string): MediaError | null {
  const lost = problemsIn(stderr).filter((line) => /Error (writing|closing)/.test(line))
  if (lost.length === 0) return null
  const isFull = CAUSES[0].pattern.test(lost.join('\n'))
  return new MediaError(isFull ? 'DISK_FULL' : 'DISK_ERROR', { evidence: evidenceIn(stderr) })
}

/**
 * Lines that ffmpeg itself calls errors, by `-loglevel level+info`, and those of x264, which marks its own. Titles in
 * the file cannot forge the place of the mark.
 */
export function problemsIn(stderr: string): string[] {
  return stderr
    .split(/[\r\n]+/)
    .filter((line) => /^(x264 |(\[[^\]]*\] )*)\[(error|fatal|panic)\]/.test(line))
}

/** The problems, or the last words where there are none. */
function evidenceIn(stderr: string): string {
  const problems = problemsIn(stderr)
  const lines = problems.length > 0 ? problems : stderr.trim().split('\n')
  return lines.slice(-EVIDENCE_LINES).join('\n')
}
