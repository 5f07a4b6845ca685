import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

const NAMES = ['web', 'worker', 'scheduler', 'postgres', 'redis', 'up']

/** The log of one part. */
export default class Logs extends BaseCommand {
  static commandName = 'logs'
  static description = `Show the log of a part: ${NAMES.join(', ')}`
  static options: CommandOptions = { startApp: false }
  static help = ['What the worker does now:', '  {{ binaryName }} logs worker --follow']

  @args.string({ description: NAMES.join(' | ') })
  declare part: string

  @flags.number({ description: 'How many of the last lines', default: 100 })
  declare lines: number

  @flags.boolean({ alias: 'f', description: 'Go on showing what is added' })
  declare follow: boolean

  async run() {
    if (!NAMES.includes(this.part)) {
      if (/^[\da-f-]{36}$/.test(this.part)) {
        return this.#refuse(`The log of a job: ./ace job:log ${this.part}`)
      }
      return this.#refuse(`There is no part "${this.part}": give one of ${NAMES.join(', ')}`)
    }
    const { join } = await import('node:path')
    const { instancePaths } = await import('#embedded/instance_paths')
    const { showLog } = await import('#embedded/show_log')
    const file = join(instancePaths().log, `${this.part}.log`)
    const wasShown = await showLog(file, { lines: this.lines, isFollowing: this.follow })
    if (!wasShown) this.#refuse(`${file} does not exist yet: start Mediakeep with ./ace up`)
  }

  #refuse(reason: string) {
    this.logger.error(reason)
    this.exitCode = 1
  }
}
