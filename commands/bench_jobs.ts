import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** The measuring itself, in the database and the queue that are named; `bench jobs` gives it empty ones. */
export default class BenchJobs extends BaseCommand {
  static commandName = 'bench:jobs'
  static description = 'Measure the scheduling of jobs in a database that is empty'
  static options: CommandOptions = { startApp: true }

  @flags.number({ description: 'Videos in the batch', default: 10_000 })
  declare jobs: number

  @flags.number({ description: 'How often each is measured, in turns', default: 3 })
  declare rounds: number

  @flags.array({ description: 'batch, start, rate, overhead, recovery; all when left out' })
  declare parts?: string[]

  @flags.array({ description: 'Seconds of the clips for the overhead', default: ['10', '60'] })
  declare clips: string[]

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    const { listenForStop } = await import('#embedded/supervision/stop_request')
    const { benchJobs } = await import('#app/terminal/bench/jobs/jobs_bench')
    const { jobsLines } = await import('#app/terminal/bench/jobs/jobs_lines')
    const { askedBench } = await import('#app/terminal/bench/asked_bench')
    const asked = askedBench(this)
    const stop = listenForStop()
    const report = await benchJobs({
      ...asked,
      signal: stop.signal,
      onPart: (part) => {
        if (!this.json) console.log(this.colors.dim(`measuring: ${part}`))
      },
    }).finally(stop.forget)
    if (this.json) this.logger.log(JSON.stringify(report, null, 2))
    else console.log(jobsLines(report).join('\n'))
  }
}
