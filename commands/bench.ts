import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

const MOST_ROUNDS = 100
const LONGEST_CLIP_S = 600

/** What the engine costs on this machine, as ratios within one run. */
export default class Bench extends BaseCommand {
  static commandName = 'bench'
  static aliases = ['bench:media']
  static description =
    'Measure the media engine: one pass against one process per file, and the whole job'
  static options: CommandOptions = { startApp: false }
  static help = [
    '  {{ binaryName }} bench media',
    '  {{ binaryName }} bench media --rounds 5 --seconds 30',
    '  {{ binaryName }} bench media --video interview.mov',
    'Seconds depend on the machine and on what else runs there; trust the ratios.',
  ]

  @args.string({ description: 'What to measure: media', default: 'media' })
  declare what: string

  @flags.number({ description: 'How often each is measured, in turns', default: 3 })
  declare rounds: number

  @flags.number({ description: 'Length of the generated 1080p clip', default: 20 })
  declare seconds: number

  @flags.string({ description: 'Measure with this file instead of a generated one' })
  declare video: string | undefined

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    const { listenForStop } = await import('#embedded/supervision/stop_request')
    const { benchMedia } = await import('#app/terminal/bench/media_bench')
    const { benchLines } = await import('#app/terminal/bench/bench_lines')
    await this.#check()
    const stop = listenForStop()
    const report = await benchMedia({
      video: this.video ?? null,
      rounds: this.rounds,
      clipS: this.seconds,
      signal: stop.signal,
      onRound: (round) => {
        if (!this.json) console.log(this.colors.dim(`round ${round} of ${this.rounds}`))
      },
    }).finally(stop.forget)
    if (this.json) this.logger.log(JSON.stringify(report, null, 2))
    else console.log(benchLines(report).join('\n'))
  }

  async #check() {
    const { requireOneOf } = await import('#app/terminal/one_of')
    const { requireWholeNumber } = await import('#app/terminal/whole_number')
    requireOneOf('the argument', this.what, ['media'])
    requireWholeNumber('--rounds', this.rounds, { min: 1, max: MOST_ROUNDS })
    requireWholeNumber('--seconds', this.seconds, { min: 1, max: LONGEST_CLIP_S })
  }
}
