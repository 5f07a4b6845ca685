import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { WEB_FLAGS } from '#embedded/web_flags'
import { until } from '#tests/helpers/until'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

const SHOWN = 3_000

export type LogLine = Record<string, unknown> & { msg: string; level: number }

export const WEB = [...WEB_FLAGS, '--import=@poppinss/ts-exec', 'bin/server.ts']
export const WORKER = ['ace.js', 'work', '--concurrency', '1']

/** One of Mediakeep's long-running processes whose log is kept. */
export class LoggedProcess {
  readonly child: ChildProcess
  text = ''

  /** @param argv what Node runs */
  constructor(argv: string[], settings: Record<string, string>) {
    const env = { ...process.env, NODE_ENV: 'production', ...settings }
    this.child = spawn(process.execPath, argv, { cwd: ROOT, env })
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      stream.setEncoding('utf8').on('data', (text) => (this.text += text))
    }
  }

  /** Those that are JSON. */
  get lines(): LogLine[] {
    const whole = this.text.slice(0, this.text.lastIndexOf('\n'))
    return whole
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line))
  }

  /** The first line that fits, as soon as it is there. @throws with the last that it said */
  async saying(fits: (line: LogLine) => boolean, timeoutMs = 30_000): Promise<LogLine> {
    const said = until(async () => this.lines.some(fits), timeoutMs)
    await said.catch((cause) => {
      throw new Error(`It was not said. The last: ${this.text.slice(-SHOWN)}`, { cause })
    })
    return this.lines.find(fits)!
  }

  /** @returns its exit code; null by a signal */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return this.child.exitCode
    const closed = once(this.child, 'close')
    this.child.kill(signal)
    await closed
    return this.child.exitCode
  }
}
