import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** The pictures that can be laid over videos. */
export default class Watermarks extends BaseCommand {
  static commandName = 'watermarks'
  static description = 'List the pictures that can be laid over videos'
  static options: CommandOptions = { startApp: true }
  static help = [
    'Add one, see them, lay one over a video:',
    '  {{ binaryName }} watermark:add logo.png --name Acme',
    '  {{ binaryName }} watermarks',
    '  {{ binaryName }} process --video-id 123 --operation watermark --parameter picture=Acme',
  ]

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    const { listWatermarks } = await import('#watermarks/find_watermark')
    const { watermarkTable, watermarkView } = await import('#app/terminal/watermark_lines')
    const views = (await listWatermarks()).map(watermarkView)
    if (this.json) return this.logger.log(JSON.stringify({ watermarks: views }, null, 2))
    if (views.length === 0) {
      return this.logger.log('There are none yet: ./ace watermark:add FILE --name NAME')
    }
    this.logger.log(watermarkTable(views, (text) => this.colors.dim(text)))
  }
}
