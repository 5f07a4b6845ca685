import type { ServerResponse } from 'node:http'
import type { ApplicationService, ContainerBindings } from '@adonisjs/core/types'
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
    this.#endStreams(transmit)
    this.#pages = pages
    this.#feed = feed
  }

  /** A server that ends waits for its answers, and these have no end of their own. */
  #endStreams(transmit: ContainerBindings['transmit']) {
    const answers = new Set<ServerResponse>() // a tab that comes again has the name that it had
    transmit.on('connect', ({ context }) => {
      const { response: answer } = context.response
      answers.add(answer)
      answer.once('close', () => answers.delete(answer))
      if (this.app.isTerminating) endWithConnection(answer)
    })
    this.app.terminating(() => answers.forEach(endWithConnection))
  }

  async shutdown() {
    this.#pages?.close()
    await this.#feed?.close()
  }
}

/** Its client was told that the connection lasts, and would send the next request over it. */
function endWithConnection(answer: ServerResponse) {
  const { socket } = answer
  answer.end(() => socket?.destroySoon())
}
