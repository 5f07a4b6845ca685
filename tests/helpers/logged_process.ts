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
  constructor(argv: string[], settings: Record<string, string>, cwd = ROOT) {
    const env = { ...process.env, NODE_ENV: 'production', ...settings }
    this.child = spawn(process.execPath, argv, { cwd, env })
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
    await this.#becomes('said that', async () => this.lines.some(fits), timeoutMs)
    return this.lines.find(fits)!
  }

  /** Until a GET is answered with success; a process that does not come to that is killed. @throws with the last that it said */
  async answering(address: string, timeoutMs = 60_000): Promise<void> {
    const isUp = () =>
      fetch(address).then(
        ({ ok }) => ok,
        () => false
      )
    await this.#becomes(`answered at ${address}`, isUp, timeoutMs).catch(async (error) => {
      await this.end('SIGKILL')
      throw error
    })
  }

  async #becomes(what: string, isTrue: () => Promise<boolean>, timeoutMs: number) {
    const isThere = async () => (await isTrue()) || this.#isGone
    await until(isThere, timeoutMs).catch(() => {})
    if (!(await isTrue())) {
      const end = this.#isGone ? `ended with ${this.child.exitCode}` : `waited ${timeoutMs} ms`
      throw new Error(`It never ${what}, ${end}. Its last words: ${this.text.slice(-SHOWN)}`)
    }
  }

  get #isGone(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null
  }

  /** @returns its exit code; null by a signal */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.#isGone) return this.child.exitCode
    const closed = once(this.child, 'close')
    this.child.kill(signal)
    await closed
    return this.child.exitCode
  }
}
