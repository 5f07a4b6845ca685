import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { openSync, closeSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '#embedded/errors'
import { waitUntil } from '#embedded/wait_until'
import { WEB_FLAGS } from '#embedded/web_flags'

export interface OwnProcess {
  root: string
  /** Where its log goes. */
  logFolder: string
  /** Its settings; for a web process with APP_URL. */
  env: NodeJS.ProcessEnv
}

const STARTS_WITHIN_MS = 60_000

/** Starts a web process for a measurement. */
export function startWeb(of: OwnProcess): ChildProcess {
  const script = join(of.root, 'bin/server.ts')
  return start(of, [...WEB_FLAGS, '--import=@poppinss/ts-exec', script], 'bench_web.log')
}

/** Starts a worker for a measurement that runs one job at a time. */
export function startWorker(of: OwnProcess): ChildProcess {
  return start(of, [join(of.root, 'ace.js'), 'work', '--concurrency', '1'], 'bench_worker.log')
}

/** @throws CannotStart where the web process does not answer in time */
export async function waitUntilServed({ APP_URL: url }: NodeJS.ProcessEnv, signal: AbortSignal) {
  const isUp = () =>
    fetch(`${url}/health/ready`).then(
      (answer) => answer.ok,
      () => false
    )
  if (await waitUntil(isUp, { timeoutMs: STARTS_WITHIN_MS, signal })) return
  throw new CannotStart(
    `The web process did not answer within ${STARTS_WITHIN_MS / 1000} s: see bench_web.log`
  )
}

/** Tells it to end and waits until it is gone. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

function start({ root, logFolder, env }: OwnProcess, argv: string[], name: string): ChildProcess {
  const log = openSync(join(logFolder, name), 'a')
  const child = spawn(process.execPath, argv, { cwd: root, env, stdio: ['ignore', log, log] })
  closeSync(log)
  return child
}
