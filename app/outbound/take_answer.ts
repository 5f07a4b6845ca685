import { Transform } from 'node:stream'
import { pipeline } from 'node:stream'
import { AnswerTooLarge } from '#outbound/errors'
import { explainFailure } from '#outbound/explain_failure'
import type { AnswerHead } from '#outbound/exchange'
import type { Readable } from 'node:stream'

/**
 * The body of an answer, at most `maxBytes` of it; what goes wrong on the way ends it with an error of ours.
 *
 * @throws AnswerTooLarge at once, where the answer says so beforehand
 */
export function takeAnswer(
  { headers, body }: AnswerHead,
  of: { url: URL; maxBytes: number; signal: AbortSignal }
): Readable {
  const { href } = of.url
  if (Number(headers['content-length'] ?? 0) > of.maxBytes) {
    body.destroy()
    throw new AnswerTooLarge(href, of.maxBytes)
  }
  let sizeBytes = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.length
      done(sizeBytes > of.maxBytes ? new AnswerTooLarge(href, of.maxBytes) : null, chunk)
    },
  })
  body.once('error', (error) => {
    count.destroy(of.signal.aborted ? of.signal.reason : explainFailure(error, href))
  })
  pipeline(body, count, () => {})
  return count
}
