import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { BenchReport } from '#app/terminal/bench_media'

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
    '  {{ binaryName }} bench:media --rounds 5 --seconds 30',
    'Seconds depend on the machine and on what else runs there; trust the ratios.',
  ]

  @args.string({ description: 'What to measure: media', default: 'media' })
  declare what: string

  @flags.number({ description: 'How often each is measured, in turns', default: 3 })
  declare rounds: number

  @flags.number({ description: 'Length of the generated 1080p clip', default: 20 })
  declare seconds: number

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    const { listenForStop } = await import('#embedded/supervision/stop_request')
    const { benchMedia } = await import('#app/terminal/bench_media')
    await this.#check()
    const stop = listenForStop()
    const report = await benchMedia({
      rounds: this.rounds,
      clipS: this.seconds,
      signal: stop.signal,
      onRound: (round) => {
        if (!this.json) console.log(this.colors.dim(`round ${round} of ${this.rounds}`))
      },
    }).finally(stop.forget)
    if (this.json) this.logger.log(JSON.stringify(report, null, 2))
    else this.#show(report)
  }

  async #check() {
    const { requireOneOf } = await import('#app/terminal/one_of')
    const { requireWholeNumber } = await import('#app/terminal/whole_number')
    requireOneOf('the argument', this.what, ['media'])
    requireWholeNumber('--rounds', this.rounds, { min: 1, max: MOST_ROUNDS })
    requireWholeNumber('--seconds', this.seconds, { min: 1, max: LONGEST_CLIP_S })
  }

  #show({ ladder, job }: BenchReport) {
    const s = (value: number) => `${value.toFixed(2)} s`
    const lines = [
      'Four rungs and a poster, one pass : one process per file',
      `  CPU   ${s(ladder.onePass.cpuS)} : ${s(ladder.processPerFile.cpuS)}   ratio ${ladder.cpuRatio.toFixed(2)}`,
      `  wall  ${s(ladder.onePass.wallS)} : ${s(ladder.processPerFile.wallS)}   ratio ${ladder.wallRatio.toFixed(2)}`,
      ...Object.entries(ladder.ssim).map(
        ([name, { onePass, processPerFile }]) =>
          `  SSIM of ${name.padEnd(8)} ${onePass?.toFixed(4) ?? '-'} : ${processPerFile?.toFixed(4) ?? '-'}`
      ),
      'One job (preset medium) : the bare ffmpeg command that it runs',
      `  probe ${s(job.probeS)}, plan ${s(job.planS)}, encode ${s(job.encodeS)}, verify ${s(job.verifyS)} : ${s(job.bareS)}`,
      `  ratio ${job.ratio.toFixed(2)}, of which verify ${(job.verifyShare * 100).toFixed(0)} % of the job`,
    ]
    console.log(lines.join('\n'))
  }
}
