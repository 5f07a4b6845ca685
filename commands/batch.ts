import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** One batch: how far it is, and stopping it for a while or for good. */
export default class Batch extends BaseCommand {
  static commandName = 'batch'
  static description = 'Show a batch, or pause, resume, cancel or move it'
  static options: CommandOptions = { startApp: true }
  static help = [
    '  {{ binaryName }} batch 12',
    '  {{ binaryName }} batch 12 --pause --reason "the disk is nearly full"',
    '  {{ binaryName }} batch 12 --resume',
    '  {{ binaryName }} batch 12 --priority=-20',
  ]

  @args.string({ description: 'Id of the batch' })
  declare id: string

  @flags.boolean({ description: 'Hold what waits; what runs goes on' })
  declare pause: boolean

  @flags.string({ description: 'With --pause: why' })
  declare reason?: string

  @flags.boolean({ description: 'Let it go on, also what waits behind the canary' })
  declare resume: boolean

  @flags.boolean({ description: 'Cancel what waits and stop what runs' })
  declare cancel: boolean

  @flags.number({ description: 'Priority of what waits, -100 to 100; higher comes earlier' })
  declare priority?: number

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    await this.#check()
    const { countBatchJobs, findBatch } = await import('#jobs/batches/find_batch')
    const { batchText, batchView } = await import('#app/terminal/batch_text')
    const { id } = await findBatch(this.id)
    await this.#change(id)
    const batch = batchView(await findBatch(id), await countBatchJobs(id))
    this.logger.log(this.json ? JSON.stringify({ batch }, null, 2) : batchText(batch))
  }

  async #check() {
    const { WrongUsage } = await import('#app/terminal/errors')
    const { requireWholeNumber } = await import('#app/terminal/whole_number')
    const { PRIORITIES } = await import('#jobs/life/set_priority')
    const asked = [this.pause, this.resume, this.cancel, this.priority !== undefined]
    if (asked.filter(Boolean).length > 1) {
      throw new WrongUsage('Give one of --pause, --resume, --cancel and --priority')
    }
    if (this.reason !== undefined && !this.pause) {
      throw new WrongUsage('--reason says why a batch is paused: add --pause')
    }
    requireWholeNumber('--priority', this.priority, PRIORITIES)
  }

  async #change(batchId: number) {
    const { operatorAtTerminal } = await import('#accounts/actor')
    const by = operatorAtTerminal()
    if (this.pause) {
      const { holdBatch } = await import('#jobs/batches/hold_batch')
      await holdBatch({ batchId, by, reason: this.reason ?? `Paused by ${by.name}` })
    }
    if (this.resume) {
      const { default: ReleaseBatch } = await import('#jobs/batches/release_batch')
      await (await this.app.container.make(ReleaseBatch)).handle({ batchId, by })
    }
    if (this.cancel) {
      const { cancelBatch } = await import('#jobs/batches/cancel_batch')
      await cancelBatch({ batchId, by })
    }
    if (this.priority !== undefined) {
      const { setBatchPriority } = await import('#jobs/batches/set_batch_priority')
      await setBatchPriority({ batchId, priority: this.priority, by })
    }
  }
}
