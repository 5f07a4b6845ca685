import type { Resource, Schema } from '#http/openapi/described'
import { json, located, nothing } from '#http/openapi/answers'
import { IF_NONE_MATCH, IF_RANGE, RANGE } from '#http/openapi/headers'
import { inPath } from '#http/openapi/parameters'
import { FILE_ANSWERS } from '#http/openapi/resources/files'
import * as s from '#http/openapi/schemas'

const path = [inPath('id', 'Its id or its name', { type: 'string', examples: ['Acme'] })]
const self = '/api/v1/watermarks/01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10'

const form: Schema = {
  type: 'object',
  properties: {
    picture: {
      description:
        'PNG, JPEG or WebP by its bytes, one still picture of at most 5 MiB and 4096 pixels a side',
      ...{ type: 'string', contentMediaType: 'application/octet-stream' },
    },
    name: { type: 'string', description: 'Left out: the file’s name', examples: ['Acme'] },
  },
  required: ['picture'],
}

/** Pictures that are laid over videos. */
export const watermarks: Resource = {
  tag: 'Watermarks',
  description: 'Pictures that the operation `watermark` lays over a video.',
  schemas: {
    Watermark: s.object({
      id: s.uuid('The watermark'),
      name: s.text('Unique, in any case of letters', 'Acme'),
      width: s.whole('Pixels', 400),
      height: s.whole('Pixels', 120),
      size_bytes: s.whole('Of the file', 12_345),
      mime_type: s.text('What it is', 'image/png'),
      sha256: s.sha256('Of the file'),
      created_at: s.moment('When it was added'),
      links: s.object({
        self: s.href('The watermark', self),
        picture: s.href('Its picture', `${self}/picture`),
      }),
    }),
  },
  problems: {
    E_WATERMARK_REFUSED: 'The file is no picture that is taken.',
    E_WATERMARK_TOO_LARGE: 'The file is larger than 5 MiB.',
    E_WATERMARK_NAME_INVALID: 'A watermark cannot be called so.',
    E_WATERMARK_NAME_TAKEN: 'Another picture has that name.',
    E_WATERMARK_IN_USE: 'A job that waits or runs needs it.',
  },
  operations: {
    'POST /watermarks': {
      ...{ id: 'addWatermark', summary: 'Add a watermark' },
      ...{ scope: 'videos:write', role: 'operator' },
      body: { content: { 'multipart/form-data': { schema: form } } },
      answers: {
        200: located('The same bytes are here already', 'Watermark'),
        201: located('The watermark', 'Watermark'),
      },
      problems: [
        ...['400 E_UPLOAD_MALFORMED', '400 E_UPLOAD_INCOMPLETE', '409 E_WATERMARK_NAME_TAKEN'],
        ...['413 E_WATERMARK_TOO_LARGE', '415 E_NOT_MULTIPART', '422 E_NO_FILE'],
        ...['422 E_UNEXPECTED_FILE', '422 E_WATERMARK_REFUSED', '422 E_WATERMARK_NAME_INVALID'],
      ],
    },
    'GET /watermarks': {
      ...{ id: 'listWatermarks', summary: 'List watermarks', scope: 'videos:read' },
      answers: { 200: json('All of them, by name', s.allOf('Watermark')) },
    },
    'GET /watermarks/{id}': {
      ...{ id: 'getWatermark', summary: 'Get a watermark', scope: 'videos:read', path },
      answers: { 200: json('The watermark', 'Watermark') },
      problems: ['404 E_WATERMARK_NOT_FOUND'],
    },
    'GET /watermarks/{id}/picture': {
      ...{ id: 'getWatermarkPicture', summary: 'Get its picture', scope: 'videos:read', path },
      headers: [RANGE, IF_RANGE, IF_NONE_MATCH],
      answers: FILE_ANSWERS,
      problems: ['404 E_WATERMARK_NOT_FOUND', '404 E_FILE_MISSING'],
    },
    'DELETE /watermarks/{id}': {
      ...{ id: 'removeWatermark', summary: 'Remove a watermark' },
      ...{ scope: 'videos:write', role: 'operator', path },
      answers: { 204: nothing('It is gone') },
      problems: ['404 E_WATERMARK_NOT_FOUND', '409 E_WATERMARK_IN_USE'],
    },
  },
}
