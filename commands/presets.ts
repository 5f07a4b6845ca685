import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** The presets on offer, or the whole recipe of one. */
export default class Presets extends BaseCommand {
  static commandName = 'presets'
  static description = 'List presets, or show what one makes'
  static options: CommandOptions = { startApp: true }
  static help = ['  {{ binaryName }} presets', '  {{ binaryName }} presets medium']

  @args.string({ description: 'Name of a preset', required: false })
  declare name?: string

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    if (this.name === undefined) await this.#list()
    else await this.#show(this.name)
  }

  async #list() {
    const { default: Preset } = await import('#presets/preset')
    const { makeTable } = await import('#app/terminal/make_table')
    const presets = await Preset.query().whereNull('archived_at').orderBy('position')
    const views = presets.map(({ name, title, description }) => ({ name, title, description }))
    if (this.json) return this.logger.log(JSON.stringify({ presets: views }, null, 2))
    const rows = views.map((view) => [view.name, view.title, view.description])
    this.logger.log(
      makeTable(['Name', 'Title', 'What it makes'], rows, (text) => this.colors.dim(text))
    )
  }

  async #show(name: string) {
    const { findPresetVersion } = await import('#presets/find_preset_version')
    const version = await findPresetVersion(name)
    await version.load('preset')
    const { title, description } = version.preset
    const view = { name, title, description, version: version.version, recipe: version.recipe }
    if (!this.json) this.logger.log(`${title}. ${description}. Version ${version.version}:`)
    this.logger.log(JSON.stringify(this.json ? view : version.recipe, null, 2))
  }
}
