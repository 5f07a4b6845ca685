import type { ApplicationService } from '@adonisjs/core/types'
import type { EventStreams } from '#http/events/event_streams'

/** Gives the web process its streams of events, which end when it does. */
export default class EventsProvider {
  #streams?: EventStreams

  constructor(protected app: ApplicationService) {}

  async boot() {
    const { EventStreams } = await import('#http/events/event_streams')
    this.app.container.singleton(EventStreams, async () => {
      const { default: env } = await import('#start/env')
      this.#streams = new EventStreams(env.get('DATABASE_URL'))
      return this.#streams
    })
  }

  /** A server that ends waits for its answers, and these have no end of their own: what is said last here is done first. */
  async ready() {
    this.app.terminating(() => this.#streams?.close())
  }
}
