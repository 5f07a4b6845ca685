import { Webhook as Signer } from 'standardwebhooks'

export interface Message {
  /** The same for every try. */
  id: string
  attempt: number
  body: string
  at: Date
}

/**
 * The headers of Standard Webhooks, with a signature for each secret, and the number of the try.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signedHeaders(message: Message, secrets: string[]): Record<string, string> {
  const { id, attempt, body, at } = message
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Signer(secret).sign(id, at, body)).join(' '),
    'webhook-attempt': String(attempt),
  }
}
