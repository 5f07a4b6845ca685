import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { PartResult } from '#embedded/testing/part_result'

const MOST_FAULTS = 100_000
const MOST_MINUTES = 24 * 60
const DEFAULT_MINUTES = 30
/** Rows come before the soak, and everything is counted after it. */
const BESIDE_THE_SOAK_MS = 60 * 60_000

/** Kills, freezes, fills and cuts off what runs, and counts by a ledger of its own what came of it. */
export default class Chaos extends BaseCommand {
  static commandName = 'chaos'
  static description = 'Inject faults into a Mediakeep of its own and count what is lost'
  static options: CommandOptions = { startApp: false }
  static help = [
    'Every row of the matrix of faults, then random faults over running work:',
    '  {{ binaryName }} chaos --faults 200 --seed 1',
    '  {{ binaryName }} chaos --only 17',
    '  {{ binaryName }} chaos --only soak --minutes 10',
    'Servers, processes and files are its own, under var/test/chaos.',
  ]

  @flags.number({ description: 'Repeats a run: the same faults are picked (default: another)' })
  declare seed?: number

  @flags.number({ description: 'So many faults, rows and soak together' })
  declare faults?: number

  @flags.number({ description: `Of the soak at most (default: ${DEFAULT_MINUTES})` })
  declare minutes?: number

  @flags.string({ description: 'One row by its number, or soak' })
  declare only?: string

  async run() {
    const minutes = this.minutes ?? DEFAULT_MINUTES
    await this.#check(minutes)
    Object.assign(process.env, this.#plan(minutes))
    const [result] = await this.#runSuite(minutes * 60_000 + BESIDE_THE_SOAK_MS)
    this.exitCode = result?.failed === 0 ? 0 : 1
    if (result?.problem) this.logger.error(result.problem)
  }

  /** The suite reads it from its environment. */
  #plan(minutes: number) {
    return {
      CHAOS_FULL: '1',
      CHAOS_SEED: String(this.seed ?? (Date.now() % 1_000_000) + 1),
      CHAOS_FAULTS: String(this.faults ?? ''),
      CHAOS_MINUTES: String(minutes),
      CHAOS_ONLY: this.only ?? '',
    }
  }

  async #check(minutes: number) {
    const { requireWholeNumber } = await import('#app/terminal/whole_number')
    const { seed = 1, faults = 1 } = this
    requireWholeNumber('--seed', seed, { min: 1, max: 2 ** 32 - 1 })
    requireWholeNumber('--faults', faults, { min: 1, max: MOST_FAULTS })
    requireWholeNumber('--minutes', minutes, { min: 1, max: MOST_MINUTES })
  }

  async #runSuite(limitMs: number): Promise<PartResult[]> {
    const { CannotStart } = await import('#embedded/errors')
    const { listenForStop } = await import('#embedded/supervision/stop_request')
    const { runTests } = await import('#embedded/testing/run_tests')
    const stop = listenForStop()
    try {
      const request = { ...(await this.#request(limitMs)), signal: stop.signal }
      return await runTests({ ...request, onResult: () => {} })
    } catch (error) {
      if (!stop.signal.aborted && !(error instanceof CannotStart)) throw error
      this.logger.error(stop.signal.aborted ? 'stopped' : (error as Error).message)
      return []
    } finally {
      stop.forget()
    }
  }

  async #request(limitMs: number) {
    const { join } = await import('node:path')
    const { instancePaths } = await import('#embedded/instance_paths')
    const { namedSettings } = await import('#embedded/named_settings')
    const { chaosPart } = await import('#embedded/testing/test_parts')
    return {
      parts: [{ ...chaosPart, limitMs }],
      paths: instancePaths({ MEDIAKEEP_VAR: join(instancePaths().home, 'test') }),
      named: namedSettings(),
      filters: [],
      say: (line: string) => this.logger.log(line),
    }
  }
}
