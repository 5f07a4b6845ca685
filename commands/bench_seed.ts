import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

const MOST_VIDEOS = 10_000_000

/** Fills an empty database with a plausible library, to see how Mediakeep bears many videos. */
export default class BenchSeed extends BaseCommand {
  static commandName = 'bench:seed'
  static description =
    'Fill an empty database with made-up videos, jobs and renditions without bytes'
  static options: CommandOptions = { startApp: true }

  @flags.number({ description: 'How many videos', default: 1000 })
  declare videos: number

  @flags.string({ description: 'Name of the database that is to be filled; it has to be empty' })
  declare database: string | undefined

  async run() {
    const { requireWholeNumber } = await import('#app/terminal/whole_number')
    const { seedLibrary } = await import('#app/terminal/bench/library/seed_library')
    requireWholeNumber('--videos', this.videos, { min: 1, max: MOST_VIDEOS })
    await seedLibrary({
      videos: this.videos,
      database: this.database ?? '',
      onProgress: (videos) => this.logger.info(`${videos.toLocaleString('en')} videos`),
    })
  }
}
