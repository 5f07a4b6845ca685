import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** The measuring itself, in the database and the queue that are named; `bench console --tabs` gives it empty ones. */
export default class BenchTabs extends BaseCommand {
  static commandName = 'bench:tabs'
  static description = 'Measure what open tabs cost the workers, in a database that is empty'
  static options: CommandOptions = { startApp: true }

  @flags.number({ description: 'Tabs of people who are signed in', default: 200 })
  declare tabs: number

  @flags.number({ description: 'How often each is measured, in turns', default: 3 })
  declare rounds: number

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    const { listenForStop } = await import('#embedded/supervision/stop_request')
    const { benchServedTabs } = await import('#app/terminal/bench/console/served_tabs_bench')
    const { tabsLines } = await import('#app/terminal/bench/console/tabs_lines')
    const stop = listenForStop()
    const cost = await benchServedTabs({
      ...{ tabs: this.tabs, rounds: this.rounds, signal: stop.signal },
      onRound: (round) => {
        if (!this.json) console.log(this.colors.dim(`round ${round} of ${this.rounds}`))
      },
    }).finally(stop.forget)
    if (this.json) this.logger.log(JSON.stringify(cost, null, 2))
    else console.log(tabsLines(cost).join('\n'))
  }
}
