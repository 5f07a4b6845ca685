import { spawn, type SpawnOptions } from 'node:child_process'
import { CannotStart } from '#embedded/errors'

export interface RunOptions extends Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid' | 'signal'> {
  /** Written to its standard input. */
  input?: string
}

export interface ProgramResult {
  /** Null when a signal ended it or it could not be started. */
  exitCode: number | null
  /** Standard output. */
  output: string
  /** Both streams as they came, the last 64 KiB of them. */
  transcript: string
}

const KEPT_CHARACTERS = 64 * 1024

/** Runs a program to its end, in a process group of its own so that Ctrl-C does not reach it. */
export function runProgram(argv: string[], options: RunOptions = {}): Promise<ProgramResult> {
  const { input, ...spawnOptions } = options
  return new Promise((resolve, reject) => {
    const child = spawn(argv[0], argv.slice(1), { ...spawnOptions, detached: true, stdio: 'pipe' })
    const texts = { output: '', transcript: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      texts.output += text
      texts.transcript = (texts.transcript + text).slice(-KEPT_CHARACTERS)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      texts.transcript = (texts.transcript + text).slice(-KEPT_CHARACTERS)
    })
    child.once('error', (error) => {
      if (error.name === 'AbortError') return reject(error)
      resolve({ exitCode: null, output: '', transcript: error.message })
    })
    child.once('close', (exitCode) => resolve({ exitCode, ...texts }))
    child.stdin.on('error', () => {}).end(input ?? '')
  })
}

/** The same for a program that must succeed. @throws CannotStart with the end of what it said */
export async function mustRun(what: string, argv: string[], options?: RunOptions) {
  const result = await runProgram(argv, options)
  if (result.exitCode === 0) return result
  const reason = result.transcript.trim().split('\n').slice(-15).join('\n')
  throw new CannotStart(`${what} failed (exit ${result.exitCode ?? 'by signal'}):\n${reason}`)
}
