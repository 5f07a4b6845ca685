import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

const SHOWN = 50

/** The batches, the newest first. */
export default class Batches extends BaseCommand {
  static commandName = 'batches'
  static description = 'List batches with their state and how far they are'
  static options: CommandOptions = { startApp: true }

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    const { countJobsOf, listBatches } = await import('#jobs/reports/list_batches')
    const { batchesText, batchView } = await import('#app/terminal/batch_text')
    const found = (await listBatches({ page: 1, perPage: SHOWN })).all()
    const counts = await countJobsOf(found.map(({ id }) => id))
    const batches = found.map((batch) => batchView(batch, counts.get(batch.id)!))
    if (this.json) return this.logger.log(JSON.stringify({ batches }, null, 2))
    this.logger.log(batchesText(batches, (text) => this.colors.dim(text)))
  }
}
