import { AsyncLocalStorage } from 'node:async_hooks'
import { signalGroup, type LaunchedProcess } from './launched_process.js'

const current = new AsyncLocalStorage<RunningPrograms>()

/**
 * All programs that one piece of work has running, whichever part of it launched them: they stop and go on together,
 * and the time that limits count stands still meanwhile.
 */
export class RunningPrograms {
  readonly #pids = new Set<number>()
  readonly #startedAt = performance.now()
  #pausedAt: number | null = null
  #pausedMs = 0
  #waiting: (() => void)[] = []

  /** What is launched by this work, or by what it calls, belongs here. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return current.run(this, work)
  }

  /** Stops all of them where they stand; what is launched from now on waits before its first step. */
  pause(): void {
    if (this.isPaused) return
    this.#pausedAt = performance.now()
    this.#signal('SIGSTOP')
  }

  /** Lets them go on as if nothing had been. */
  resume(): void {
    if (this.#pausedAt === null) return
    this.#pausedMs += performance.now() - this.#pausedAt
    this.#pausedAt = null
    this.#signal('SIGCONT')
    for (const goOn of this.#waiting.splice(0)) goOn()
  }

  /** At once where nothing is paused. For steps of our own that must not be taken meanwhile. */
  async whenResumed(): Promise<void> {
    if (this.isPaused) await new Promise<void>((goOn) => this.#waiting.push(goOn))
  }

  get isPaused(): boolean {
    return this.#pausedAt !== null
  }

  /** Milliseconds since the beginning, pauses left out. */
  get workedMs(): number {
    return (this.#pausedAt ?? performance.now()) - this.#startedAt - this.#pausedMs
  }

  add(child: LaunchedProcess): void {
    const { pid } = child
    if (pid === undefined) return
    this.#pids.add(pid)
    child.once('exit', () => this.#pids.delete(pid))
    if (this.isPaused) signalGroup(pid, 'SIGSTOP')
  }

  #signal(signal: NodeJS.Signals): void {
    for (const pid of this.#pids) signalGroup(pid, signal)
  }
}

/** Runs something that belongs to no work, for others wait for it too: a pause of the caller's does not stop it. */
export function apart<T>(work: () => T): T {
  return current.exit(work)
}

/** Says to whichever work the caller belongs that it launched a program. */
export function noteLaunch(child: LaunchedProcess): void {
  current.getStore()?.add(child)
}

/** A clock in milliseconds that stands still while the caller's work is paused; good for differences alone. */
export function workClock(): () => number {
  const programs = current.getStore()
  return programs ? () => programs.workedMs : () => performance.now()
}
