import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { Diagnosis } from '#app/doctor/diagnosis'

const INDENT = ' '.repeat(20)

/** Looks at everything that Mediakeep stands on, and says what is wrong and what helps. */
export default class Doctor extends BaseCommand {
  static commandName = 'doctor'
  static description = 'Examine the machine, the servers and the data; say what is wrong'
  static options: CommandOptions = { startApp: true }
  static help = [
    'Nothing is changed without --fix. Exit code 0, or 1 with errors.',
    '  {{ binaryName }} doctor',
    '  {{ binaryName }} doctor --fix',
    '  {{ binaryName }} doctor --causes > docs/causes.md',
  ]

  @flags.boolean({ description: 'Repair what can be repaired' })
  declare fix: boolean

  @flags.boolean({ description: 'Print docs/causes.md instead' })
  declare causes: boolean

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    if (this.causes) return this.#printCauses()
    const { examine } = await import('#app/doctor/examine')
    const { operatorAtTerminal } = await import('#accounts/actor')
    const found = await examine(this.fix ? operatorAtTerminal() : null)
    const errors = found.filter(({ level, isRepaired }) => level === 'error' && !isRepaired).length
    this.exitCode = errors > 0 ? 1 : 0
    if (this.json) return this.logger.log(JSON.stringify({ findings: found, errors }, null, 2))
    for (const diagnosis of found) this.#tell(diagnosis)
    this.logger.log(this.#summary(found, errors))
  }

  async #printCauses() {
    const { causesMarkdown } = await import('#app/terminal/causes_markdown')
    process.stdout.write(causesMarkdown())
  }

  #tell({ topic, level, sentence, remedy, isRepaired, help }: Diagnosis) {
    this.logger.log(`${this.#mark(level)}  ${topic.padEnd(9)}  ${sentence}`)
    const after = isRepaired ? this.colors.green('Repaired') : remedy
    if (after) this.logger.log(`${INDENT}${after}`)
    if (help && !isRepaired) this.logger.log(this.colors.dim(`${INDENT}${help}`))
  }

  #mark(level: Diagnosis['level']): string {
    const word = level.padEnd('warning'.length)
    if (level === 'ok') return this.colors.green(word)
    return level === 'error' ? this.colors.red(word) : this.colors.yellow(word)
  }

  #summary(found: Diagnosis[], errors: number): string {
    const repaired = found.filter(({ isRepaired }) => isRepaired).length
    const warnings = found.filter(({ level, isRepaired }) => level === 'warning' && !isRepaired)
    const said = `${errors} errors, ${warnings.length} warnings`
    return this.fix ? `${said}, ${repaired} repaired` : said
  }
}
