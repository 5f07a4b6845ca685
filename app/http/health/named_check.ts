import { setTimeout as delay } from 'node:timers/promises'
import { BaseCheck, Result } from '@adonisjs/core/health'

const ANSWERS_WITHIN_MS = 2_000

export interface CheckRules {
  name: string
  /** Without it no request can be served; else its trouble delays work and loses none. */
  isNeeded: boolean
  /** What is said where it throws or is late, without a secret: anybody may read it. */
  away: string
  look: () => Promise<Result>
}

/** One thing that the process needs, looked at within two seconds, and never twice at a time. */
export class NamedCheck extends BaseCheck {
  readonly name: string
  readonly #rules: CheckRules
  #looking: Promise<Result> | null = null

  constructor(rules: CheckRules) {
    super()
    this.name = rules.name
    this.#rules = rules
  }

  async run(): Promise<Result> {
    const startedAt = performance.now()
    const { isNeeded, away } = this.#rules
    const seen = await this.#inTime().catch(() =>
      isNeeded ? Result.failed(away) : Result.warning(away)
    )
    return seen.setMetaData({ durationMs: Math.round(performance.now() - startedAt) })
  }

  async #inTime(): Promise<Result> {
    this.#looking ??= this.#rules.look().finally(() => (this.#looking = null))
    const waits = new AbortController()
    try {
      return await Promise.race([this.#looking, late(waits.signal)])
    } finally {
      waits.abort()
    }
  }
}

async function late(signal: AbortSignal): Promise<never> {
  await delay(ANSWERS_WITHIN_MS, undefined, { signal })
  throw new Error(`no answer within ${ANSWERS_WITHIN_MS} ms`)
}
