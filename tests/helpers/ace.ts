import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export interface CommandEnd {
  code: number | null
  stdout: string
  stderr: string
}

/** A command in a process of its own, with the test's settings and those given; what it says is kept. */
export class RunningCommand {
  readonly child: ChildProcess
  stdout = ''
  stderr = ''

  constructor(args: string[], settings: Record<string, string> = {}) {
    const env = { ...process.env, ...settings }
    this.child = spawn(process.execPath, ['ace.js', ...args], { cwd: ROOT, env })
    this.child.stdout!.setEncoding('utf8').on('data', (text) => (this.stdout += text))
    this.child.stderr!.setEncoding('utf8').on('data', (text) => (this.stderr += text))
  }

  /** Ends it where it still runs. @returns its exit code, null where a signal ended it */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return this.child.exitCode
    const closed = once(this.child, 'close')
    this.child.kill(signal)
    await closed
    return this.child.exitCode
  }

  async ended(): Promise<CommandEnd> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      await once(this.child, 'close')
    }
    return { code: this.child.exitCode, stdout: this.stdout, stderr: this.stderr }
  }
}

/** Runs a command to its end. */
export function ace(args: string[], settings: Record<string, string> = {}): Promise<CommandEnd> {
  return new RunningCommand(args, settings).ended()
}

/** Runs a command with --json to its end. */
export async function aceJson(args: string[], settings: Record<string, string> = {}) {
  const end = await ace([...args, '--json'], settings)
  return { ...end, result: JSON.parse(end.stdout) }
}
