import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Takes a picture in that can be laid over videos. */
export default class WatermarkAdd extends BaseCommand {
  static commandName = 'watermark:add'
  static description = 'Add a picture that can be laid over videos'
  static options: CommandOptions = { startApp: true }
  static help = [
    'PNG, JPEG or WebP, up to 5 MiB and 4096 pixels a side:',
    '  {{ binaryName }} watermark:add logo.png --name Acme',
  ]

  @args.string({ description: 'The picture' })
  declare file: string

  @flags.string({ description: 'What it is called (default: as the file)' })
  declare name?: string

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    const { default: AddWatermark } = await import('#watermarks/add_watermark')
    const { operatorAtTerminal } = await import('#accounts/actor')
    const { openNamedFile } = await import('#app/terminal/named_file')
    const { watermarkView } = await import('#app/terminal/watermark_lines')
    const file = await openNamedFile(this.file)
    const add = await this.app.container.make(AddWatermark)
    const asked = { name: this.name ?? null, by: operatorAtTerminal() }
    const { watermark, isNew } = await add.handle({ ...file, ...asked })
    const view = watermarkView(watermark)
    if (this.json) return this.logger.log(JSON.stringify({ watermark: view, isNew }))
    const what = `"${view.name}" (${view.width}x${view.height})`
    this.logger.success(isNew ? `Added ${what}` : `The same picture is here already: ${what}`)
  }
}
