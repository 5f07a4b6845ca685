import { fork, type ChildProcess } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { identityOf, type ProcessIdentity } from '#embedded/machine/process_identity'
import { rotateLog } from '#embedded/rotate_log'
import { REPLACE_ME } from '#embedded/supervision/replace_me'
import { HEALTHY_AFTER_MS, restartDelayMs } from '#embedded/supervision/restart_delay'

export interface ProcessSpec {
  name: string
  /** Script and arguments for Node. */
  script: string
  args: string[]
  execArgv: string[]
  cwd: string
  env: NodeJS.ProcessEnv
  logFile: string
  /** How long it may take to end after SIGTERM. */
  graceMs: number
}

export interface Watcher {
  say: (line: string) => void
  /** Called when the process was started or has ended. */
  onChange: () => void
}

/** Keeps one process running until it is told to stop. */
export class SupervisedProcess {
  crashesInARow = 0
  restarts = 0
  startedAt: Date | null = null
  identity: ProcessIdentity | null = null
  #child: ChildProcess | null = null
  #restart: NodeJS.Timeout | null = null
  #isStopping = false
  #ended = Promise.resolve()

  constructor(
    readonly spec: ProcessSpec,
    private watcher: Watcher
  ) {}

  start(): void {
    rotateLog(this.spec.logFile)
    this.#spawn()
  }

  /** Asks it to end and waits; after its grace it and what is left of its group are killed. */
  async stop(): Promise<void> {
    this.#stayDown()
    this.#child?.kill('SIGTERM')
    const lastResort = setTimeout(() => this.kill(), this.spec.graceMs)
    await this.#ended
    clearTimeout(lastResort)
  }

  /** Kills it at once, with whatever it started in its own group. */
  kill(): void {
    this.#stayDown()
    killGroup(this.#child?.pid)
  }

  #stayDown(): void {
    this.#isStopping = true
    if (this.#restart) clearTimeout(this.#restart)
  }

  /** A session of its own: Ctrl-C in the terminal reaches the supervisor alone. */
  #spawn(): void {
    const { script, args, execArgv, cwd, logFile } = this.spec
    const env = { ...this.spec.env, MEDIAKEEP_SUPERVISED: this.spec.name }
    const log = openSync(logFile, 'a')
    const stdio: ['ignore', number, number, 'ipc'] = ['ignore', log, log, 'ipc']
    const child = fork(script, args, { execArgv, cwd, env, stdio, detached: true })
    closeSync(log)
    this.#child = child
    this.startedAt = new Date()
    this.identity = child.pid ? identityOf(child.pid) : null
    this.#ended = new Promise((resolve) => {
      child.once('error', () => {})
      child.once('exit', (code, signal) => resolve(this.#hasEnded(child, signal ?? code)))
    })
    this.watcher.onChange()
  }

  #hasEnded(child: ChildProcess, how: NodeJS.Signals | number | null): void {
    killGroup(child.pid)
    this.#child = null
    this.identity = null
    if (!this.#isStopping && how === REPLACE_ME) this.#replace()
    else if (!this.#isStopping)
      this.#restartLater(typeof how === 'number' ? `exit ${how}` : `${how}`)
    this.watcher.onChange()
  }

  /** It is no crash: at once, and none is counted. */
  #replace(): void {
    this.restarts += 1
    this.watcher.say(`${this.spec.name} asked for a fresh one in its place`)
    this.#spawn()
  }

  #restartLater(how: string): void {
    const ranMs = Date.now() - (this.startedAt?.getTime() ?? 0)
    this.crashesInARow = ranMs > HEALTHY_AFTER_MS ? 1 : this.crashesInARow + 1
    this.restarts += 1
    const delayMs = restartDelayMs(this.crashesInARow)
    const { name } = this.spec
    this.watcher.say(`${name} ended (${how}); starting it again in ${delayMs / 1000} s`)
    this.#restart = setTimeout(() => this.#spawn(), delayMs)
  }
}

function killGroup(pid: number | undefined): void {
  if (!pid) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
