import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { prepareDatabase } from '#embedded/prepare_database'
import { stopPrivateServers } from '#embedded/private_servers'
import { releaseLock } from '#embedded/supervision/instance_lock'
import { startTestServers, suiteEnvironment } from '#embedded/testing/test_servers'
import type { InstancePaths } from '#embedded/instance_paths'
import type { Settings } from '#embedded/settings_file'

export interface BenchRun {
  /** Of a home of its own: what people have is never touched. */
  paths: InstancePaths
  named: Settings
  /** The command that measures, and its arguments. */
  args: string[]
  say: (line: string) => void
  signal: AbortSignal
}

/**
 * Runs one of our commands against an empty Postgres and Redis of its own.
 *
 * @returns its exit code
 * @throws CannotStart
 */
export async function runBench({ paths, named, args, say, signal }: BenchRun): Promise<number> {
  try {
    const servers = await startTestServers({ paths, named, programs: ['ffmpeg'], say, signal })
    const env = await suiteEnvironment(paths, servers)
    await prepareDatabase({ root: paths.root, env, signal })
    return await runHere(join(paths.root, 'ace.js'), args, { env, signal })
  } finally {
    await stopPrivateServers(paths, { say })
    releaseLock(paths.lockFile)
  }
}

function runHere(
  script: string,
  args: string[],
  { env, signal }: { env: NodeJS.ProcessEnv; signal: AbortSignal }
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { env, stdio: 'inherit' })
    const stop = () => child.kill('SIGTERM')
    signal.addEventListener('abort', stop, { once: true })
    child.once('error', reject)
    child.once('exit', (code) => {
      signal.removeEventListener('abort', stop)
      resolve(code ?? 1)
    })
  })
}
