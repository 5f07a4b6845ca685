import { constants } from 'node:fs'
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAsExpected, type CorpusOutcome } from '#app/terminal/corpus/corpus_expectation'
import type { CorpusFile } from '#app/terminal/corpus/corpus_manifest'
import { tryFile, type TrialSettings } from '#app/terminal/corpus/corpus_trial'

export interface CorpusResult extends CorpusFile, CorpusOutcome {
  isAsExpected: boolean
  seconds: number
}

export interface CorpusRun {
  settings: TrialSettings
  concurrency: number
  /** For one file; then it is given up and the next one's turn. */
  timeLimitMs: number
  signal: AbortSignal
  onResult: (result: CorpusResult) => void
}

/** Tries all files, several at a time, in a scratch folder of its own that is gone afterwards. */
export async function runCorpus(files: CorpusFile[], run: CorpusRun): Promise<CorpusResult[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'mediakeep-corpus-'))
  const waiting = files.entries()
  const results: CorpusResult[] = []
  const work = async () => {
    for (const [index, file] of waiting) {
      if (run.signal.aborted) return
      results[index] = await tryOne(file, join(scratch, String(index)), run)
      run.onResult(results[index])
    }
  }
  try {
    await Promise.all(Array.from({ length: run.concurrency }, work))
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
  return results.filter((result) => result !== undefined)
}

async function tryOne(file: CorpusFile, folder: string, run: CorpusRun): Promise<CorpusResult> {
  const startedAt = performance.now()
  const late = AbortSignal.timeout(run.timeLimitMs)
  const trial = await inFolder(folder, async () => {
    const inputPath = join(folder, 'original')
    await copyFile(file.path, inputPath, constants.COPYFILE_FICLONE)
    const signal = AbortSignal.any([run.signal, late])
    return tryFile(run.settings, { inputPath, folder, signal })
  })
  const outcome = late.aborted ? tooLate(run.timeLimitMs) : trial
  const seconds = (performance.now() - startedAt) / 1000
  return { ...file, ...outcome, seconds, isAsExpected: isAsExpected(file, outcome) }
}

async function inFolder(
  folder: string,
  work: () => Promise<CorpusOutcome>
): Promise<CorpusOutcome> {
  try {
    await mkdir(folder)
    return await work()
  } catch (error) {
    return failure('UNREADABLE', (error as Error).message)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function tooLate(timeLimitMs: number): CorpusOutcome {
  return failure('TIME_LIMIT', `not done after ${timeLimitMs / 1000} s (--time-limit)`)
}

function failure(code: string, why: string): CorpusOutcome {
  return { kind: 'failed', code, why, warnings: [], hasVideo: false, proofs: [] }
}
