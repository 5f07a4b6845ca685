import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { InstancePaths } from '#embedded/instance_paths'
import { runProgram } from '#embedded/machine/run_program'
import { judgeSuite, type PartResult, type SuiteCounts } from '#embedded/testing/part_result'
import type { CheckPart, SuitePart } from '#embedded/testing/test_parts'

/** No suite takes that long; one that hangs must not hold the others up for ever. */
const SUITE_LIMIT_MS = 20 * 60_000

export interface PartContext {
  paths: InstancePaths
  env: NodeJS.ProcessEnv
  /** Arguments that choose among the tests. */
  filters: string[]
  signal: AbortSignal
  /** Where the words of a check that failed go. */
  say: (line: string) => void
}

export async function runCheck(part: CheckPart, context: PartContext): Promise<PartResult> {
  const { paths, env, signal, say } = context
  const [script, ...args] = part.argv
  const argv = [process.execPath, join(paths.root, 'node_modules', script), ...args]
  const startedAt = Date.now()
  const { exitCode, transcript } = await runProgram(argv, { cwd: paths.root, env, signal })
  const isClean = exitCode === 0
  if (!isClean) say(`\n${transcript.trim()}\n`)
  const counts = { passed: isClean ? 1 : 0, failed: isClean ? 0 : 1, skipped: 0 }
  const durationMs = Date.now() - startedAt
  return { name: part.name, ...counts, durationMs, problem: null, failures: [] }
}

export async function runSuite(part: SuitePart, context: PartContext): Promise<PartResult> {
  const summaryFile = join(context.paths.run, `${part.name}.summary.json`)
  rmSync(summaryFile, { force: true })
  const startedAt = Date.now()
  const exitCode = await runJapa(part, summaryFile, context)
  const isFiltered = context.filters.length > 0
  const verdict = judgeSuite({ exitCode, counts: readCounts(summaryFile), isFiltered })
  return { name: part.name, ...verdict, durationMs: Date.now() - startedAt }
}

/** Its words go to the terminal as they come; its group is killed when the person wants to stop. */
function runJapa(
  part: SuitePart,
  summaryFile: string,
  context: PartContext
): Promise<number | null> {
  const { paths, filters, signal } = context
  const args = [
    '--import=@poppinss/ts-exec',
    join(paths.root, 'bin/test.ts'),
    part.name,
    ...filters,
  ]
  const env = { ...context.env, MEDIAKEEP_TEST_SUMMARY: summaryFile }
  return new Promise((resolve, reject) => {
    const stdio: ['ignore', 'inherit', 'inherit'] = ['ignore', 'inherit', 'inherit']
    const child = spawn(process.execPath, args, { cwd: paths.root, env, stdio, detached: true })
    const kill = () => child.pid && process.kill(-child.pid, 'SIGKILL')
    const limit = setTimeout(kill, part.limitMs ?? SUITE_LIMIT_MS)
    signal.addEventListener('abort', kill, { once: true })
    child.once('error', reject)
    child.once('exit', (code) => {
      clearTimeout(limit)
      signal.removeEventListener('abort', kill)
      resolve(code)
    })
  })
}

function readCounts(file: string): SuiteCounts | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as SuiteCounts
  } catch {
    return null
  }
}
