import type { ApplicationService } from '@adonisjs/core/types'
import type { ChangeFeed } from '#http/live/change_feed'
import type { LivePages } from '#http/live/live_pages'

/** Keeps the pages that people have open told of what changes; listens from the first page on. */
export default class LiveProvider {
  #feed?: ChangeFeed
  #pages?: LivePages

  constructor(protected app: ApplicationService) {}

  async ready() {
    const { default: env } = await import('#start/env')
    const { ChangeFeed } = await import('#http/live/change_feed')
    const { LivePages } = await import('#http/live/live_pages')
    const transmit = await this.app.container.make('transmit')
    const pages = new LivePages(transmit)
    const feed = new ChangeFeed({
      databaseUrl: env.get('DATABASE_URL'),
      onChange: (change) => pages.take(change),
      onMissed: () => pages.takeAnything(),
    })
    transmit.on('connect', () => feed.open())
    this.#pages = pages
    this.#feed = feed
  }

  async shutdown() {
    this.#pages?.close()
    await this.#feed?.close()
  }
}
