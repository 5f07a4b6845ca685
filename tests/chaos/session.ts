import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { instancePaths } from '#embedded/instance_paths'
import { calmRun, type Reference } from './calm.js'
import { allDone } from './fault.js'
import { judge, type Verdict } from './judge.js'
import { chaosPlan } from './plan.js'
import { World } from './world.js'

/** One run of the suite: the world, what a calm run makes in it, and what was found so far. */
export class Session {
  static #current: Promise<Session> | null = null
  readonly notRun: string[] = []
  #jobs = 0
  readonly #lost = new Set<string>()
  readonly #doubled = new Set<string>()
  readonly #leftOver = new Set<string>()

  private constructor(
    readonly world: World,
    readonly reference: Reference
  ) {}

  /** The same for everybody; started by the first who asks. */
  static current(): Promise<Session> {
    this.#current ??= this.#start()
    return this.#current
  }

  static get isStarted() {
    return this.#current !== null
  }

  static async #start(): Promise<Session> {
    const { seed } = chaosPlan()
    const home = join(instancePaths().home, 'chaos')
    mkdirSync(home, { recursive: true })
    const world = await World.start(home, seed)
    try {
      return new Session(world, await calmRun(world))
    } catch (error) {
      await world.stop()
      throw error
    }
  }

  /** Ends the round: faults over, everything counted. */
  async judge({ isFinal = false } = {}): Promise<Verdict> {
    await allDone()
    const verdict = await judge(this.world, this.reference, { isFinal })
    this.#jobs = verdict.jobs
    for (const one of verdict.lost) this.#lost.add(one)
    for (const one of verdict.doubled) this.#doubled.add(one)
    for (const one of verdict.leftOver) this.#leftOver.add(one)
    return verdict
  }

  get findings(): string[] {
    return [...this.#lost, ...this.#doubled, ...this.#leftOver]
  }

  /** The line that closes a run. */
  line(): string {
    const { injected } = this.world
    const counts = [
      `${injected} faults injected`,
      `${this.#jobs} jobs`,
      `${this.#lost.size} lost`,
      `${this.#doubled.size} doubled`,
      `${this.#leftOver.size} left over`,
    ]
    return counts.join(', ')
  }

  async stop() {
    await allDone()
    await this.world.stop()
  }
}
