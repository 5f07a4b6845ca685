import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Stops what `up` started, also what a killed one left behind. */
export default class Down extends BaseCommand {
  static commandName = 'down'
  static description = 'Stop Mediakeep on this machine and wait until all of it has ended'
  static options: CommandOptions = { startApp: false }

  async run() {
    const { instancePaths } = await import('#embedded/instance_paths')
    const { stopInstance } = await import('#embedded/supervision/stop_instance')
    const say = (line: string) => this.logger.log(line)
    if (!(await stopInstance(instancePaths(), say))) say('Nothing runs')
  }
}
