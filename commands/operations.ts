import { args, BaseCommand, flags } from '@adonisjs/core/ace'

/** What can be done to a video besides the presets. */
export default class Operations extends BaseCommand {
  static commandName = 'operations'
  static description = 'List what can be done to a video without a preset'
  static help = [
    'All of them, or one with its parameters:',
    '  {{ binaryName }} operations',
    '  {{ binaryName }} operations resize',
  ]

  @args.string({ description: 'Operation to show with its parameters', required: false })
  declare name?: string

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    const { OPERATIONS } = await import('#media/operations/operations')
    const { requireOneOf } = await import('#app/terminal/one_of')
    const { operationTable, parameterTable } = await import('#app/terminal/operation_lines')
    const dim = (text: string) => this.colors.dim(text)
    if (this.name === undefined) {
      const operations = [...OPERATIONS.values()]
      return this.#tell({ operations }, () => operationTable(operations, dim))
    }
    const operation = OPERATIONS.get(requireOneOf('operation', this.name, [...OPERATIONS.keys()]))!
    this.#tell({ operation }, () => parameterTable(operation, dim))
  }

  #tell(result: object, inWords: () => string) {
    this.logger.log(this.json ? JSON.stringify(result, null, 2) : inWords())
  }
}
