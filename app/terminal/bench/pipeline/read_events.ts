export interface StreamedEvent {
  id: string
  jobId: string
}

/** Events of a stream as they come, until it ends. */
export async function* readEvents(answer: Response): AsyncGenerator<StreamedEvent> {
  let text = ''
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    const messages = (text + chunk).split('\n\n')
    text = messages.pop()!
    for (const message of messages) {
      const event = readMessage(message)
      if (event) yield event
    }
  }
}

/** Null for what is sent lest the connection falls silent. */
function readMessage(message: string): StreamedEvent | null {
  const valueOf = (field: string) => {
    const line = message.split('\n').find((one) => one.startsWith(`${field}:`))
    return line?.slice(field.length + 1).trim()
  }
  const data = valueOf('data')
  if (!data) return null
  const { job_id: jobId } = JSON.parse(data) as { job_id: string }
  return { id: valueOf('id') ?? '', jobId }
}
