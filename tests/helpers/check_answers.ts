import { ApiClient, type ApiResponse } from '@japa/api-client'
import type { GivenAnswer } from '#tests/helpers/described_answers'

/** From now on every answer that a test of this process gets from the API is held to its description. */
export function checkAnswers() {
  ApiClient.teardown((response) => mustBeAsDescribed(answerOf(response)))
  const { fetch } = globalThis
  globalThis.fetch = async (input, options) => {
    const { method = 'GET' } = input instanceof Request ? input : (options ?? {})
    const response = await fetch(input, options)
    await mustBeAsDescribed(await fetchedAnswer(method, response))
    return response
  }
}

/** @throws Error with one line where the answer is not as app/http/openapi describes it */
export async function mustBeAsDescribed(answer: GivenAnswer) {
  const isPreflight = answer.method === 'OPTIONS'
  if (!answer.path.startsWith('/api/') || isPreflight) return
  const { faultOf } = await import('#tests/helpers/described_answers') // the models behind it need a booted app
  const fault = faultOf(answer)
  if (fault) throw new Error(`${fault}: see app/http/openapi/document.ts`)
}

function answerOf(response: ApiResponse): GivenAnswer {
  const { method, endpoint } = response.request.config
  const url = new URL(response.redirects().at(-1) ?? endpoint, 'http://127.0.0.1')
  const { pathname } = url
  return {
    isNarrowed: url.searchParams.has('fields'),
    ...{ method: method.toUpperCase(), path: pathname, status: response.status() },
    contentType: response.header('content-type') ?? null,
    body: response.body(),
  }
}

/** Bodies other than JSON are left to the test alone. */
async function fetchedAnswer(method: string, response: Response): Promise<GivenAnswer> {
  const { pathname } = new URL(response.url)
  const contentType = response.headers.get('content-type')
  const isOurs = response.url.includes(`:${process.env.PORT}/`)
  const isJson = isOurs && method !== 'HEAD' && /json/.test(contentType ?? '')
  const body = isJson ? await response.clone().json() : undefined
  return { method, path: isOurs ? pathname : '', status: response.status, contentType, body }
}
