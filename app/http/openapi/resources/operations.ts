import type { Resource } from '#http/openapi/described'
import { json } from '#http/openapi/answers'
import * as s from '#http/openapi/schemas'
import { OPERATIONS } from '#media/operations/operations'

const parameter = s.object(
  {
    kind: s.oneOf('What it takes', ['number', 'choice', 'text', 'picture', 'flag']),
    about: s.text('What it is for', 'Height in pixels at most'),
    min: s.number('Of a number', 2),
    max: s.number('Of a number', 8192),
    isWhole: s.flag('Of a number: whether it has no decimals', true),
    choices: s.listOf(s.text('One of them', 'mp3'), 'Of a choice'),
    maxLength: s.whole('Of a text', 200),
    default: { description: 'Missing: it is needed; null: it can be left out', examples: [null] },
  },
  { optional: ['min', 'max', 'isWhole', 'choices', 'maxLength', 'default'] }
)

/** What can be done besides presets. */
export const operations: Resource = {
  tag: 'Operations',
  description: 'What can be done to a video besides presets, each with parameters of its own.',
  schemas: {
    Operation: s.object({
      name: s.oneOf('What a job asks for', [...OPERATIONS.keys()]),
      title: s.text('For people', 'Resize'),
      description: s.text('One sentence for people', 'Fit the picture into a box'),
      parameters: s.mapOf(parameter, 'By name'),
    }),
  },
  operations: {
    'GET /operations': {
      ...{ id: 'listOperations', summary: 'List operations', scope: 'jobs:read' },
      answers: { 200: json('All of them', s.allOf('Operation')) },
    },
  },
}
