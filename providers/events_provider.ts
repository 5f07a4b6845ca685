import type { ApplicationService } from '@adonisjs/core/types'

/** Gives the web process its streams of events, which end when it does. */
export default class EventsProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    const { EventStreams } = await import('#http/events/event_streams')
    this.app.container.singleton(EventStreams, async () => {
      const { default: env } = await import('#start/env')
      return new EventStreams(env.get('DATABASE_URL'))
    })
  }

  /** A server that ends waits for its answers, and these have no end of their own: what is said last here is done first. */
  async ready() {
    const { EventStreams } = await import('#http/events/event_streams')
    const streams = await this.app.container.make(EventStreams) // the first may be asked for while the process ends
    this.app.terminating(() => streams.close())
  }
}
