import { buildFrontEnd } from '#embedded/front_end'
import type { InstancePaths } from '#embedded/instance_paths'
import type { Program } from '#embedded/machine/package_managers'
import { stopPrivateServers } from '#embedded/private_servers'
import type { Settings } from '#embedded/settings_file'
import { releaseLock } from '#embedded/supervision/instance_lock'
import type { PartResult } from '#embedded/testing/part_result'
import { runCheck, runSuite, type PartContext } from '#embedded/testing/run_part'
import { startTestServers, suiteEnvironment } from '#embedded/testing/test_servers'
import type { CheckPart, SuitePart, TestPart } from '#embedded/testing/test_parts'

export interface TestRun {
  paths: InstancePaths
  named: Settings
  parts: TestPart[]
  /** Arguments for the suites that choose among their tests. */
  filters: string[]
  say: (line: string) => void
  onResult: (result: PartResult) => void
  signal: AbortSignal
}

/** Runs the parts, checks first and at the same time, and answers how each did. */
export async function runTests(run: TestRun): Promise<PartResult[]> {
  const checks = run.parts.filter((part) => part.kind === 'check')
  const suites = run.parts.filter((part) => part.kind === 'suite')
  const results = await runChecks(run, checks)
  return suites.length > 0 ? [...results, ...(await runSuites(run, suites))] : results
}

function runChecks(run: TestRun, checks: CheckPart[]): Promise<PartResult[]> {
  const context: PartContext = { ...run, env: process.env }
  return Promise.all(
    checks.map(async (part) => {
      const result = await runCheck(part, context)
      run.onResult(result)
      return result
    })
  )
}

async function runSuites(run: TestRun, suites: SuitePart[]): Promise<PartResult[]> {
  const { paths, say, signal } = run
  await buildFrontEnd(paths.root, say, signal)
  const programs = [...new Set(suites.flatMap((suite) => suite.programs))] satisfies Program[]
  try {
    const servers = await startTestServers({ ...run, programs, say: () => {} })
    return await eachSuite(run, suites, servers)
  } finally {
    await stopPrivateServers(paths, { say: () => {} })
    releaseLock(paths.lockFile)
  }
}

async function eachSuite(run: TestRun, suites: SuitePart[], servers: Settings) {
  const results: PartResult[] = []
  for (const suite of suites) {
    run.signal.throwIfAborted()
    const env = await suiteEnvironment(run.paths, servers)
    const result = await runSuite(suite, { ...run, env })
    run.onResult(result)
    results.push(result)
  }
  return results
}
