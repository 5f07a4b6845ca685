import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'

/** A request as the tus server wants it; its body is streamed. */
export function webRequestOf({ request }: HttpContext): Request {
  const hasBody = request.method() === 'PATCH' || request.method() === 'POST'
  const headers = Object.entries(request.headers()).map(([name, value]): [string, string] => [
    name,
    String(value),
  ])
  return new Request(request.completeUrl(true), {
    method: request.method(),
    headers,
    ...(hasBody && { body: Readable.toWeb(request.request) as ReadableStream, duplex: 'half' }),
  })
}

/** Gives what the tus server answered, which is short. */
export async function giveWebResponse({ response }: HttpContext, answer: Response): Promise<void> {
  response.status(answer.status)
  const body = await answer.text()
  if (!body) answer.headers.delete('content-type')
  answer.headers.forEach((value, name) => response.header(name, value))
  if (body) response.send(body)
}

/** What the tus server wants to be thrown: a status, and words for the sender. */
export interface TusRefusal {
  status_code: number
  body: string
}

export function tusRefusal(status: number, words: string): TusRefusal {
  return { status_code: status, body: words }
}
