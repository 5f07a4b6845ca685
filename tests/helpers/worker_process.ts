import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** A real worker in a process of its own, with the test's settings and those given. */
export function spawnWorker(settings: Record<string, string> = {}): ChildProcess {
  const args = ['ace.js', 'work', '--concurrency', '2']
  const env = { ...process.env, LOG_LEVEL: 'info', ...settings }
  const worker = spawn(process.execPath, args, { cwd: ROOT, env, stdio: 'ignore' })
  return worker
}

/** Ends a process with the signal and waits until it is gone. @returns its exit code, null by a signal */
export async function endProcess(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
  return child.exitCode
}

/** A Redis of the test's own that keeps nothing over a restart. */
export async function spawnRedis(port: number): Promise<ChildProcess> {
  const args = ['--port', String(port), '--save', '', '--appendonly', 'no', '--bind', '127.0.0.1']
  const redis = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] })
  for await (const line of redis.stdout!) {
    if (String(line).includes('Ready to accept connections')) break
  }
  redis.stdout!.destroy()
  return redis
}

/** `T` where it is stopped; see proc(5). */
export function stateOf(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat[stat.lastIndexOf(')') + 2]
}

/** Whether a process of that id lives. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
