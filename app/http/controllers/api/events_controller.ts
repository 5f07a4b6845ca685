import type { ServerResponse } from 'node:http'
import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { eventJson } from '#events/event_json'
import { listEvents } from '#events/list_events'
import { relayEvents } from '#events/relay_events'
import { eventFilterOf } from '#http/events/asked_events'
import { linkNext } from '#http/lists/list_json'
import { EventStreams } from '#http/events/event_streams'
import { StreamNotAskedFor } from '#http/events/errors'
import { listEventsValidator, streamEventsValidator } from '#http/validators/api/events'

const LIMIT = 25

/** What happened, as a list and as a stream. */
@inject()
export default class EventsController {
  constructor(private streams: EventStreams) {}

  /** Whoever changed something finds it here at once. */
  async index(ctx: HttpContext) {
    const { request } = ctx
    const asked = await request.validateUsing(listEventsValidator, { data: request.qs() })
    const { sort = 'id', limit = LIMIT, after } = asked
    await relayEvents()
    const place = sort === 'id' ? { after: after ?? 0 } : { before: after }
    const events = await listEvents({ ...eventFilterOf(asked), ...place, limit: limit + 1 })
    const shown = events.slice(0, limit)
    const next = events.length > limit ? String(shown.at(-1)!.id) : null
    linkNext(ctx, next)
    return { data: shown.map(eventJson), meta: { limit, next_cursor: next } }
  }

  /** Never ends by itself. `Last-Event-ID`, which clients send after a break, goes before `after`. */
  async stream({ auth, request, response }: HttpContext) {
    if (!request.header('accept')?.includes('text/event-stream')) throw new StreamNotAskedFor()
    const last = request.header('last-event-id')
    const data = { ...request.qs(), ...(last && { after: last }) }
    const { after, ...asked } = await streamEventsValidator.validate(data)
    response.header('content-type', 'text/event-stream; charset=utf-8')
    response.header('x-accel-buffering', 'no') // nginx would hold it back
    response.header('connection', 'close')
    if (request.method() === 'HEAD') return response.send('')
    const { id: userId } = auth.use('api').getUserOrFail()
    const wish = {
      userId,
      filter: eventFilterOf(asked),
      after,
      gone: goneSignal(response.response),
    }
    response.stream(await this.streams.open(wish))
  }
}

function goneSignal(answer: ServerResponse): AbortSignal {
  const gone = new AbortController()
  answer.once('close', () => gone.abort())
  return gone.signal
}
