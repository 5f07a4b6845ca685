import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { namedPaths } from '#media/run/named_paths'
import { runBounded } from '#media/run/run_bounded'
import { BenchImpossible } from '#app/terminal/bench/pipeline/errors'

const LONGEST_MS = 6 * 3_600_000

export interface PlainRuns {
  /** As a job ran it, program first. */
  command: string[]
  /** The program of this machine. */
  ffmpeg: string
  file: string
  runs: number
  atOnce: number
  signal: AbortSignal
}

/**
 * Runs the command of a job so many times, without anything of ours around it: no upload, queue, verification or store.
 *
 * @returns seconds for all of them
 * @throws BenchImpossible where it does not run here
 */
export async function runPlainFfmpeg({ signal, ...plain }: PlainRuns): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'mediakeep-bench-'))
  const limit = pLimit(plain.atOnce)
  const startedAt = performance.now()
  try {
    const runs = Array.from({ length: plain.runs }, () =>
      limit(() => runOne(plain, folder, signal))
    )
    await Promise.all(runs)
    return (performance.now() - startedAt) / 1000
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function runOne(plain: Omit<PlainRuns, 'signal'>, parent: string, signal: AbortSignal) {
  const folder = await mkdtemp(join(parent, 'run-'))
  const args = readdressed(plain.command.slice(1), plain.file, folder)
  const { exitCode, stderr } = await runBounded(plain.ffmpeg, args, {
    timeoutMs: LONGEST_MS,
    signal,
    onChunk: () => undefined,
  })
  await rm(folder, { recursive: true })
  if (exitCode === 0) return
  const last = stderr.trim().split('\n').at(-1)
  throw new BenchImpossible(`The job's command fails here (${last}): try --no-compare`)
}

/** The same command, which reads this file and writes into this folder. */
export function readdressed(args: string[], file: string, folder: string): string[] {
  const { reads, writes } = namedPaths(args)
  return args.map((arg) => {
    const read = reads.reduce((text, path) => text.replaceAll(path, file), arg)
    return writes.reduce((text, path) => text.replaceAll(path, folder), read)
  })
}
