import { execFile, spawn, type ChildProcess } from 'node:child_process'
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  symlink,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { waitUntil } from '#embedded/wait_until'

const run = promisify(execFile)
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** What a person has who has just logged in: nothing of ours. */
export const BARE_ENVIRONMENT = { PATH: process.env.PATH!, HOME: process.env.HOME ?? '/' }

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/**
 * A checkout as a stranger has it, under a path with spaces in a folder that nobody else may
 * enter. The packages are those of this checkout: fetching them anew takes a minute.
 */
export class Checkout {
  private constructor(
    readonly home: string,
    readonly root: string
  ) {}

  static async make(): Promise<Checkout> {
    const home = await mkdtemp(join(tmpdir(), 'mediakeep private '))
    await chmod(home, 0o700)
    const checkout = new Checkout(home, join(home, 'my videos', 'mediakeep'))
    const { stdout } = await run('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
      cwd: ROOT,
      maxBuffer: 16e6,
    })
    for (const file of stdout.split('\0').filter((name) => name)) await checkout.#copy(file)
    await symlink(join(ROOT, 'node_modules'), join(checkout.root, 'node_modules'))
    await checkout.#copy('public/assets')
    return checkout
  }

  /** Runs `./ace` to its end. */
  async ace(...args: string[]): Promise<Ended> {
    const child = this.start(...args)
    await child.ended
    return { code: child.process.exitCode, stdout: child.stdout, stderr: child.stderr }
  }

  start(...args: string[]): Started {
    return new Started(join(this.root, 'ace'), args, this.home)
  }

  /** Command lines of what runs out of this checkout. */
  async processes(): Promise<string[]> {
    const names = await readdir('/proc')
    const pids = names.filter((name) => /^\d+$/.test(name))
    const lines = await Promise.all(pids.map((pid) => this.#commandLine(pid)))
    return lines.filter((line) => line !== null)
  }

  async remove(): Promise<void> {
    await this.ace('down')
    await rm(this.home, { recursive: true, force: true })
  }

  async #copy(file: string): Promise<void> {
    const options = { recursive: true, preserveTimestamps: true }
    await mkdir(dirname(join(this.root, file)), { recursive: true })
    await cp(join(ROOT, file), join(this.root, file), options).catch((error) => {
      if (error.code !== 'ENOENT') throw error
    })
  }

  async #commandLine(pid: string): Promise<string | null> {
    const raw = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    const line = raw.replaceAll('\0', ' ').trim()
    const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => '')
    return line && (line.includes(this.root) || cwd.startsWith(this.root)) ? line : null
  }
}

/** A command that runs. */
export class Started {
  stdout = ''
  stderr = ''
  readonly process: ChildProcess
  readonly ended: Promise<void>

  constructor(
    program: string,
    args: string[],
    cwd: string,
    env: NodeJS.ProcessEnv = BARE_ENVIRONMENT
  ) {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.setEncoding('utf8').on('data', (text) => (this.stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text) => (this.stderr += text))
    this.process = child
    this.ended = new Promise((resolve) => child.once('close', () => resolve()))
  }

  /** Waits for words on standard output. @throws with what it said instead */
  async saying(words: RegExp, timeoutMs = 60_000): Promise<RegExpExecArray> {
    const { exitCode } = this.process
    const isDecided = () => words.test(this.stdout) || this.process.exitCode !== exitCode
    await waitUntil(isDecided, { timeoutMs })
    const match = words.exec(this.stdout)
    if (match) return match
    throw new Error(`never said ${words}:\n${this.stdout}\n${this.stderr}`)
  }
}
