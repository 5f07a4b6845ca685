import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { descendantsOf, signal } from './process_tree.js'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export type Kind = 'web' | 'worker' | 'scheduler'

const COMMANDS: Record<Kind, string[]> = {
  web: ['--import=@poppinss/ts-exec', 'bin/server.ts'],
  worker: ['ace.js', 'work', '--concurrency', '1'],
  scheduler: ['ace.js', 'schedule'],
}

const TEND_EVERY_MS = 250
/** Whoever ends earlier never worked. */
const START_MS = 15_000

export interface Member {
  kind: Kind
  pid: number
  child: ChildProcess
  /** We ended it, or told it to end. */
  isHit: boolean
  startedAt: number
}

/** The processes of the real commands, and somebody who starts what is missing, as a supervisor would. */
export class Fleet {
  /** How many there should be. */
  readonly wanted: Record<Kind, number> = { web: 1, worker: 3, scheduler: 1 }
  /** What ended though nobody touched it. */
  readonly unexpected: string[] = []
  /** So many ended while they started: without Postgres they say so and go, and are started again. */
  failedStarts = 0
  readonly #members: Member[] = []
  #tending: NodeJS.Timeout | null = null

  constructor(private readonly of: { env: NodeJS.ProcessEnv; logFolder: string }) {}

  start() {
    mkdirSync(this.of.logFolder, { recursive: true })
    this.#tending = setInterval(() => this.#tend(), TEND_EVERY_MS)
    this.#tend()
  }

  living(kind?: Kind): Member[] {
    return this.#members.filter((one) => isAlive(one.child) && (!kind || one.kind === kind))
  }

  /** Processes that nobody told to end. */
  serving(kind: Kind): Member[] {
    return this.living(kind).filter(({ isHit }) => !isHit)
  }

  /** One more, with settings of its own, which nobody replaces. */
  add(kind: Kind, settings: Record<string, string> = {}): Member {
    return this.#spawn(kind, settings)
  }

  /** Kills it, at once. Somebody else takes its place soon. */
  async kill(member: Member, { withTree = false } = {}) {
    member.isHit = true
    const tree = withTree ? descendantsOf(member.pid) : []
    const gone = once(member.child, 'exit')
    if (!isAlive(member.child)) return
    signal(member.pid, 'SIGKILL')
    for (const { pid } of tree) signal(pid, 'SIGKILL')
    await gone
  }

  /** Tells it to end. @returns its exit code; null where a signal ended it */
  async terminate(member: Member, name: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    member.isHit = true
    if (!isAlive(member.child)) return member.child.exitCode
    const gone = once(member.child, 'exit')
    signal(member.pid, name)
    await gone
    return member.child.exitCode
  }

  /** Lets whatever is frozen go on. */
  thaw() {
    for (const { pid } of this.living()) signal(pid, 'SIGCONT')
  }

  async stop() {
    if (this.#tending) clearInterval(this.#tending)
    this.thaw()
    await Promise.all(this.living().map((one) => this.kill(one, { withTree: true })))
  }

  #tend() {
    for (const one of this.#members) {
      if (isAlive(one.child) || one.isHit) continue
      one.isHit = true
      if (Date.now() - one.startedAt < START_MS) {
        this.failedStarts += 1
        continue
      }
      const { exitCode, signalCode } = one.child
      this.unexpected.push(`${one.kind} ${one.pid} ended by itself (${exitCode ?? signalCode})`)
    }
    for (const kind of ['web', 'worker', 'scheduler'] as const) {
      // A second web process would find the port taken
      const there = kind === 'web' ? this.living(kind) : this.serving(kind)
      for (let count = there.length; count < this.wanted[kind]; count++) this.#spawn(kind)
    }
  }

  #spawn(kind: Kind, settings: Record<string, string> = {}): Member {
    const log = openSync(join(this.of.logFolder, `${kind}.log`), 'a')
    const child = spawn(process.execPath, COMMANDS[kind], {
      cwd: ROOT,
      // Supervised, with a channel: whoever is killed with this process in mid-fault leaves nobody behind.
      env: { ...this.of.env, MEDIAKEEP_SUPERVISED: kind, ...settings },
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
    })
    child.channel?.unref()
    closeSync(log)
    const member = { kind, pid: child.pid!, child, isHit: false, startedAt: Date.now() }
    this.#members.push(member)
    return member
  }
}

function isAlive(child: ChildProcess) {
  return child.exitCode === null && child.signalCode === null
}
