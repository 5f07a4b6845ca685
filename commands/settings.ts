import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { SettingInForce } from '#app/terminal/settings/settings_in_force'
import type { SettingSource } from '#embedded/named_settings'

const SOURCES: Record<SettingSource, string> = {
  environment: 'environment',
  file: '.env',
  up: './ace up',
  default: 'default',
}

/** Every setting, and what is in force here. Works before anything is set. */
export default class Settings extends BaseCommand {
  static commandName = 'settings'
  static description = 'Show every setting, its value in force and where it comes from'
  static options: CommandOptions = { startApp: false }
  static help = [
    'Secrets are not shown. Exit code 0, or 1 when one of them cannot be.',
    '  {{ binaryName }} settings',
    '  {{ binaryName }} settings --json',
    '  {{ binaryName }} settings --markdown > docs/settings.md',
    '  {{ binaryName }} settings --example > .env.example',
  ]

  @flags.boolean({ description: 'Print docs/settings.md instead' })
  declare markdown: boolean

  @flags.boolean({ description: 'Print .env.example instead' })
  declare example: boolean

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    if (this.markdown) return this.#printMarkdown()
    if (this.example) return this.#printExample()
    await this.#show()
  }

  async #printMarkdown() {
    const { settingsMarkdown } = await import('#app/terminal/settings/settings_markdown')
    process.stdout.write(settingsMarkdown())
  }

  async #printExample() {
    const { settingsExample } = await import('#app/terminal/settings/settings_example')
    process.stdout.write(settingsExample())
  }

  async #show() {
    const { OTHER_GROUPS, SETTING_GROUPS } = await import('#start/settings/all')
    const { settingsInForce } = await import('#app/terminal/settings/settings_in_force')
    const groups = settingsInForce([...SETTING_GROUPS, ...OTHER_GROUPS.slice(0, 1)])
    const settings = groups.flatMap((group) => group.settings)
    const problems = settings.flatMap(({ problem }) => problem ?? [])
    this.exitCode = problems.length > 0 ? 1 : 0
    if (this.json) return this.logger.log(JSON.stringify({ settings, problems }, null, 2))

    const { makeTable } = await import('#app/terminal/make_table')
    const rows = groups.flatMap(({ title, settings: ofGroup }) => [
      [this.colors.dim(title), '', '', ''],
      ...ofGroup.map((setting) => this.#row(setting)),
    ])
    const head = ['Setting', 'In force', 'Default', 'From']
    this.logger.log(makeTable(head, rows, (text) => this.colors.dim(text)))
    for (const problem of problems) this.logger.log(this.colors.red(problem))
  }

  #row({ name, value, default: fallback, source }: SettingInForce): string[] {
    return [`  ${name}`, value ?? 'none', fallback ?? 'none', SOURCES[source]]
  }
}
