import type { Parameter, Resource, Schema } from '#http/openapi/described'
import { json, nothing } from '#http/openapi/answers'
import { requestHeader } from '#http/openapi/headers'
import { inPath } from '#http/openapi/parameters'
import { FILE_REFUSALS } from '#http/openapi/problems'
import * as s from '#http/openapi/schemas'

const ID = 'f7e65e6b9e4232887162f72c174bf70e'
const path = [inPath('id', 'The upload', { type: 'string', examples: [ID] })]
const BYTES = { content: { 'application/offset+octet-stream': { schema: {} as Schema } } }

const needed = (header: Parameter): Parameter => ({ ...header, required: true })
const VERSION = needed(requestHeader('Tus-Resumable', '`1.0.0`'))
const OFFSET = needed(requestHeader('Upload-Offset', 'How much has arrived, as `HEAD` tells it'))
const CHECKSUM = requestHeader(
  'Upload-Checksum',
  '`sha1`, `sha256` or `md5`, a space, and the digest of this piece in Base64'
)
const LENGTH = needed(requestHeader('Upload-Length', 'Bytes of the whole file'))
const METADATA = needed(
  requestHeader(
    'Upload-Metadata',
    '`filename`, and where wanted `title`, `preset`, `priority` and `duplicate`: each a name, a space and its value in Base64, with commas between them'
  )
)

const ENDED = s.object({
  url: s.href('The video', '/api/v1/videos/1'),
  id: s.whole('The video', 1),
  duplicate_of: s.nullable(s.ref('DuplicateOf'), 'The video that had the same bytes before'),
  note: s.nullable(s.text('What is worth knowing though it was taken', 'It is kept.')),
})

const PIECE_PROBLEMS = [
  ...['400 E_UPLOAD_MALFORMED', '412 E_TUS_VERSION', '460 E_CHECKSUM_MISMATCH'],
  ...['422 E_DUPLICATE', '423 E_UPLOAD_LOCKED', ...FILE_REFUSALS, '503 FFMPEG_MISSING'],
]

/** Files that come in pieces. */
export const uploads: Resource = {
  tag: 'Uploads',
  description:
    'Files of any size in pieces, by the [tus protocol 1.0](https://tus.io/protocols/resumable-upload): what breaks off goes on where it stopped, for three days, also after the server was restarted. Any tus client does. Somebody else’s upload is as none.',
  schemas: {
    Upload: s.object({
      id: s.text('The upload', ID),
      original_name: s.text('The sender’s name for it', 'film.mp4'),
      status: s.oneOf('Where it is in its life', ['receiving', 'completed', 'refused']),
      received_bytes: s.whole('So much has arrived', 1_048_576),
      size_bytes: s.whole('All of it', 4_194_304),
      video_id: s.nullable(s.whole('What it became', 1)),
      duplicate_of: s.nullable(s.ref('DuplicateOf'), 'The video that had the same bytes before'),
      error: s.nullable(
        s.object({
          code: s.text('Does not change', 'INPUT_NO_VIDEO'),
          message: s.text('For people', '"notes.txt" was not taken.'),
        }),
        'Why it was refused'
      ),
      note: s.nullable(s.text('What is worth knowing though it was taken', 'It is kept.')),
      created_at: s.moment('When it began'),
      finished_at: s.nullable(s.moment('When it was taken or refused')),
      links: s.object({
        self: s.href('The upload', `/api/v1/uploads/${ID}`),
        video: s.nullable(s.href('The video', '/api/v1/videos/1')),
      }),
    }),
    EndedUpload: ENDED,
  },
  problems: {
    E_UPLOAD_NOT_FOUND: 'There is no such upload of yours.',
    E_UPLOAD_OFFSET_WRONG: 'The piece belongs elsewhere: `HEAD` tells where.',
    E_UPLOAD_GONE: 'It ended without a video, or was left alone for three days.',
    E_UPLOAD_LOCKED: 'A broken connection still holds it: try again soon.',
    E_CHECKSUM_MISMATCH: 'The piece does not come to its checksum: it is as if it never came.',
    E_TUS_VERSION: 'The header `Tus-Resumable` is missing or another than `1.0.0`.',
  },
  operations: {
    'POST /uploads': {
      ...{ id: 'beginUpload', summary: 'Begin an upload' },
      ...{ scope: 'videos:write', role: 'operator' },
      description:
        'Nothing is sent yet, or the first piece with it. A `preset` is for a token that has `jobs:write`, too.',
      headers: [VERSION, LENGTH, METADATA, CHECKSUM],
      body: { ...BYTES, isOptional: true },
      answers: {
        200: json('All of it came at once: the video', 'EndedUpload'),
        201: { description: '`Location` is where the pieces go', headers: ['Location'] },
      },
      problems: [
        ...['413 E_VIDEO_TOO_LARGE', '422 E_PRESET_NOT_FOUND', '422 E_VALIDATION'],
        ...PIECE_PROBLEMS,
      ],
    },
    'OPTIONS /uploads': {
      ...{ id: 'askUploadOptions', summary: 'Ask what can be done' },
      ...{ scope: 'videos:write', role: 'operator' },
      description: 'Versions and extensions of the protocol, and the algorithms of checksums.',
      answers: { 204: nothing('As heads') },
    },
    'GET /uploads/{id}': {
      ...{
        id: 'getUpload',
        summary: 'Get an upload',
        scope: 'videos:read',
        role: 'operator',
        path,
      },
      description: 'To `HEAD` the protocol’s own answer, with `Upload-Offset`.',
      answers: { 200: json('The upload', 'Upload') },
      problems: ['404 E_UPLOAD_NOT_FOUND', '410 E_UPLOAD_GONE', '412 E_TUS_VERSION'],
    },
    'PATCH /uploads/{id}': {
      ...{
        id: 'sendPiece',
        summary: 'Send a piece',
        scope: 'videos:write',
        role: 'operator',
        path,
      },
      headers: [VERSION, OFFSET, CHECKSUM],
      body: BYTES,
      answers: {
        200: json('The last piece came: the video', 'EndedUpload'),
        204: nothing('It is here: `Upload-Offset` says how much'),
      },
      problems: [
        ...['404 E_UPLOAD_NOT_FOUND', '409 E_UPLOAD_OFFSET_WRONG', '410 E_UPLOAD_GONE'],
        ...['413 E_VIDEO_TOO_LARGE', ...PIECE_PROBLEMS],
      ],
    },
    'DELETE /uploads/{id}': {
      ...{ id: 'giveUploadUp', summary: 'Give an upload up', scope: 'videos:write' },
      ...{ role: 'operator', path },
      headers: [VERSION],
      answers: { 204: nothing('What has arrived of it is gone') },
      problems: ['404 E_UPLOAD_NOT_FOUND', '412 E_TUS_VERSION', '423 E_UPLOAD_LOCKED'],
    },
  },
}
