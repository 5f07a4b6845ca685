import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { LogLine } from '#tests/helpers/logged_process'
import { isAlive } from '#tests/helpers/worker_process'
import { until } from '#tests/helpers/until'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const HOLDER = fileURLToPath(new URL('hold_socket.ts', import.meta.url))

/** Processes that listen on one socket, which outlives each of them; as a socket and its services of systemd. */
export class SocketUnit {
  readonly #holder: ChildProcess
  readonly #pids = new Set<number>()
  #text = ''

  private constructor(
    holder: ChildProcess,
    private readonly command: string
  ) {
    this.#holder = holder
    holder.stdout!.setEncoding('utf8').on('data', (text) => (this.#text += text))
  }

  static async open(port: number, command: string, settings: Record<string, string>) {
    const server = createServer().listen(port, '127.0.0.1')
    await once(server, 'listening')
    const { fd } = (server as unknown as { _handle: { fd: number } })._handle
    const env = { ...process.env, NODE_ENV: 'production', ...settings }
    const stdio = ['pipe', 'pipe', 'inherit', fd] as const
    const holder = spawn(process.execPath, [HOLDER], { cwd: ROOT, env, stdio: [...stdio] })
    await once(holder, 'spawn')
    server.close() // the holder's is open
    return new SocketUnit(holder, command)
  }

  /** @returns the process, as soon as it answers what comes */
  async start(): Promise<number> {
    this.#holder.stdin!.write(`${this.command}\n`)
    let pid: number | undefined
    await until(async () => {
      pid = this.#lines().find((line) => isStart(line) && !this.#pids.has(line.pid as number))
        ?.pid as number
      return pid !== undefined
    }, 30_000)
    this.#pids.add(pid!)
    return pid!
  }

  async stop(pid: number): Promise<void> {
    process.kill(pid, 'SIGTERM')
    await until(async () => !isAlive(pid), 20_000)
  }

  /** What would not stop is gone after it, too. */
  async close(): Promise<void> {
    for (const pid of [...this.#pids].filter(isAlive)) process.kill(pid, 'SIGKILL')
    const gone = once(this.#holder, 'exit')
    this.#holder.stdin!.end()
    this.#holder.kill('SIGTERM')
    await gone
  }

  #lines(): LogLine[] {
    const lines = this.#text.slice(0, this.#text.lastIndexOf('\n')).split('\n')
    return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line))
  }
}

function isStart({ msg }: LogLine): boolean {
  return String(msg).startsWith('started HTTP server')
}
