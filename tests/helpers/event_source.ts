/** What came over a stream of events. */
export interface StreamedEvent {
  id: string
  event: string | null
  data: Record<string, unknown> | null
}

export interface EventSource {
  status: number
  /** The next messages that carry an event. */
  next(count: number): Promise<StreamedEvent[]>
  /** Resolves when the server has ended it. */
  ended(): Promise<void>
  /** The id that a client would come back with. */
  lastId(): string
  close(): void
}

/** Reads server-sent events as a browser would. */
export async function openEvents(
  url: string,
  headers: Record<string, string>
): Promise<EventSource> {
  const stops = new AbortController()
  const accept = { accept: 'text/event-stream', ...headers }
  const response = await fetch(url, { headers: accept, signal: stops.signal })
  const messages = readMessages(response)
  let lastId = ''
  const take = async () => {
    const { value, done } = await messages.next()
    if (value) lastId = value.id
    return done ? null : value
  }
  return {
    status: response.status,
    async next(count) {
      const found: StreamedEvent[] = []
      while (found.length < count) {
        const message = await take()
        if (!message) throw new Error(`the stream ended after ${found.length} events`)
        if (message.event) found.push(message)
      }
      return found
    },
    async ended() {
      while (await take());
    },
    lastId: () => lastId,
    close: () => stops.abort(),
  }
}

async function* readMessages(response: Response): AsyncGenerator<StreamedEvent> {
  let text = ''
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk
    const parts = text.split('\n\n')
    text = parts.pop()!
    for (const part of parts) yield readMessage(part)
  }
}

function readMessage(part: string): StreamedEvent {
  const fields = new Map(
    part.split('\n').map((line) => {
      const at = line.indexOf(': ')
      return [line.slice(0, at), line.slice(at + 2)]
    })
  )
  const data = fields.get('data')
  return {
    id: fields.get('id') ?? '',
    event: fields.get('event') ?? null,
    data: data === undefined ? null : JSON.parse(data),
  }
}
