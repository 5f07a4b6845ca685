/** What a run is asked to do; `./ace chaos` says it in the environment. */
export interface ChaosPlan {
  seed: number
  /** Faults in all, rows and soak together; null: as many as the minutes allow. */
  faults: number | null
  /** Of the soak. */
  minutes: number
  /** A row's number, `soak`, or null for all. */
  only: string | null
  /** The form that `./ace test` runs: few rows, a short soak. */
  isShort: boolean
}

const SHORT_FAULTS = 25
const SHORT_MINUTES = 0.75
const LONG_MINUTES = 30

export function chaosPlan(env: NodeJS.ProcessEnv = process.env): ChaosPlan {
  const isShort = !env.CHAOS_FULL
  const faults = Number(env.CHAOS_FAULTS) || null
  const minutes = Number(env.CHAOS_MINUTES) || (isShort ? SHORT_MINUTES : LONG_MINUTES)
  return {
    seed: Number(env.CHAOS_SEED) || (Date.now() % 1_000_000) + 1,
    faults: faults ?? (isShort ? SHORT_FAULTS : null),
    minutes,
    only: env.CHAOS_ONLY || null,
    isShort,
  }
}
