import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Let a paused job go on. */
export default class Resume extends BaseCommand {
  static commandName = 'resume'
  static description = 'Let a paused job go on'
  static options: CommandOptions = { startApp: true }
  static help = ['  {{ binaryName }} resume 0199c1f2-7a31-7000-8000-0242ac120002']

  @args.string({ description: 'Id of the job' })
  declare job: string

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    const { changePause } = await import('#app/terminal/change_pause')
    const { view, sentence } = await changePause(this.job, 'resume')
    if (this.json) return this.logger.log(JSON.stringify({ job: view }, null, 2))
    this.logger.success(sentence)
  }
}
