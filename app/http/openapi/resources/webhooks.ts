import type { Operation, Resource } from '#http/openapi/described'
import { json, located, nothing } from '#http/openapi/answers'
import { IF_MATCH } from '#http/openapi/headers'
import { bodyOf, queryOf } from '#http/openapi/from_validator'
import { inPath, numberedId } from '#http/openapi/parameters'
import { WEBHOOK_SCHEMAS } from '#http/openapi/resources/webhook_schemas'
import * as s from '#http/openapi/schemas'
import {
  createWebhookValidator,
  editWebhookValidator,
  listDeliveriesValidator,
  replayRangeValidator,
} from '#http/validators/api/webhooks'

const path = [numberedId('The webhook')]
const ofDelivery = [inPath('id', 'The delivery', { type: 'integer', minimum: 1, examples: [1] })]
const missing = ['404 E_WEBHOOK_NOT_FOUND']
const wrong = ['422 E_WEBHOOK_URL_REFUSED', '422 E_WEBHOOK_TYPES_REFUSED']
const read: Pick<Operation, 'scope' | 'role'> = { scope: 'webhooks:read', role: 'admin' }
const write: Pick<Operation, 'scope' | 'role'> = { scope: 'webhooks:write', role: 'admin' }

const fields = {
  url: { description: 'Where to send events', examples: ['https://example.com/mediakeep'] },
  description: 'For people',
  event_types: { description: '`*` for all, or some types', examples: [['job.completed']] },
  is_enabled: 'Whether events are sent; on again, failures are counted anew',
}

const replays: Record<string, Operation> = {
  'POST /webhooks/{id}/deliveries/replay': {
    ...{ id: 'replayDeliveries', summary: 'Send a range of events again', ...write, path },
    description:
      'By ids of events, or by times; both ends are included. Also what was never queued, as from before the webhook was made. At most 10,000.',
    body: bodyOf(replayRangeValidator, {
      from_event: { description: 'The first event', examples: [800] },
      to_event: { description: 'The last event', examples: [812] },
      from: 'What happened from then on',
      to: 'Until then; left out: until now',
      only_failed: { description: 'Only what was given up or dismissed', default: false },
    }),
    answers: {
      202: located('They wait', s.object({ replayed: s.whole('How many are sent again', 12) })),
    },
    problems: [...missing, '422 E_REPLAY_RANGE_UNCLEAR', '422 E_REPLAY_TOO_LARGE'],
  },
  'POST /deliveries/{id}/replay': {
    ...{ id: 'replayDelivery', summary: 'Send a delivery again', ...write, path: ofDelivery },
    description: 'With the same id; what waits for its next try is sent now.',
    answers: { 202: located('It waits', 'WholeDelivery') },
    problems: ['404 E_DELIVERY_NOT_FOUND'],
  },
  'POST /deliveries/{id}/dismissal': {
    ...{ id: 'dismissDelivery', summary: 'Give up a delivery', ...write, path: ofDelivery },
    description: 'What waits behind it goes on.',
    answers: { 200: json('The delivery', 'WholeDelivery') },
    problems: ['404 E_DELIVERY_NOT_FOUND', '409 E_DELIVERY_ENDED'],
  },
}

const deliveries: Record<string, Operation> = {
  'GET /webhooks/{id}/deliveries': {
    ...{ id: 'listDeliveries', summary: 'List deliveries', ...read, path },
    description: 'The newest first.',
    query: queryOf(listDeliveriesValidator, {
      status: 'Only of this status',
      type: 'Only of this type of event',
      limit: { description: 'At most so many on a page', default: 25 },
      after: 'Only those behind this id: `meta.next_cursor` of the page before',
    }),
    answers: {
      200: json(
        'A page of deliveries',
        s.object({
          data: s.listOf(s.ref('Delivery')),
          meta: s.object({
            limit: s.whole('At most so many on a page', 25),
            next_cursor: s.nullable(s.text('For `after`. Null: this is the last page', '99')),
          }),
        })
      ),
    },
    problems: missing,
  },
  'GET /deliveries/{id}': {
    ...{ id: 'getDelivery', summary: 'Get a delivery', ...read, path: ofDelivery },
    answers: { 200: json('With what was sent and what came back', 'WholeDelivery') },
    problems: ['404 E_DELIVERY_NOT_FOUND'],
  },
}

const trials: Record<string, Operation> = {
  'POST /webhooks/{id}/test': {
    ...{ id: 'testWebhook', summary: 'Test a webhook', ...write, path },
    description: 'Sends `webhook.test` now, also where it is off, and waits for the answer.',
    answers: { 200: json('What it answered, whatever that is', 'WebhookTest') },
    problems: missing,
  },
  'POST /webhooks/{id}/secret/rotate': {
    ...{ id: 'rotateWebhookSecret', summary: 'Rotate the secret', ...write, path },
    description: 'For 24 hours what is sent has a signature by each, the new one first.',
    answers: { 200: json('With the new secret, which is told only now', 'WebhookWithSecret') },
    problems: missing,
  },
}

/** Who is told of events. */
export const webhooks: Resource = {
  tag: 'Webhooks',
  description:
    'Addresses that events are POSTed to, signed as [Standard Webhooks](https://www.standardwebhooks.com) says: `webhook-id`, `webhook-timestamp`, `webhook-signature`, and `webhook-attempt`. Any answer of 200 to 299 within ten seconds takes an event; else it is tried for 24 hours. Each comes at least once, and those of one video in order.',
  schemas: WEBHOOK_SCHEMAS,
  problems: {
    E_WEBHOOK_NOT_FOUND: 'There is no such webhook.',
    E_DELIVERY_NOT_FOUND: 'There is no such delivery, or its event is forgotten.',
    E_WEBHOOK_URL_REFUSED: 'The address cannot be called, or leads into a private network.',
    E_WEBHOOK_TYPES_REFUSED: 'There is no such type of event.',
    E_TOO_MANY_WEBHOOKS: 'There are 100 already.',
    E_DELIVERY_ENDED: 'It is over: only what waits can be dismissed.',
    E_REPLAY_RANGE_UNCLEAR: 'The range has no beginning, or ends before it.',
    E_REPLAY_TOO_LARGE: 'The range has more than 10,000 events.',
  },
  operations: {
    'GET /webhooks': {
      ...{ id: 'listWebhooks', summary: 'List webhooks', ...read },
      answers: { 200: json('All of them', s.allOf('Webhook')) },
    },
    'GET /webhooks/{id}': {
      ...{ id: 'getWebhook', summary: 'Get a webhook', ...read, path },
      answers: { 200: json('The webhook', 'Webhook') },
      problems: missing,
    },
    'POST /webhooks': {
      ...{ id: 'addWebhook', summary: 'Add a webhook', ...write },
      body: bodyOf(createWebhookValidator, {
        ...fields,
        is_enabled: { description: 'Whether events are sent', default: true },
      }),
      answers: { 201: located('With its secret, which is told only now', 'WebhookWithSecret') },
      problems: [...wrong, '409 E_TOO_MANY_WEBHOOKS'],
    },
    'PATCH /webhooks/{id}': {
      ...{ id: 'changeWebhook', summary: 'Change a webhook', ...write, path },
      headers: [IF_MATCH],
      description: 'What is left out stays.',
      body: bodyOf(editWebhookValidator, fields),
      answers: { 200: json('The webhook', 'Webhook') },
      problems: [...missing, ...wrong],
    },
    'DELETE /webhooks/{id}': {
      ...{ id: 'deleteWebhook', summary: 'Delete a webhook', ...write, path },
      headers: [IF_MATCH],
      description: 'With all that was sent to it.',
      answers: { 204: nothing('It is gone') },
      problems: missing,
    },
    ...trials,
    ...deliveries,
    ...replays,
  },
}
