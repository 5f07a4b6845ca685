import type { Resource, Schema } from '#http/openapi/described'
import { json, located, nothing, page } from '#http/openapi/answers'
import { bodyOf, queryOf, schemaOf, type Words } from '#http/openapi/from_validator'
import { IF_MATCH } from '#http/openapi/headers'
import { numberedId, PAGING } from '#http/openapi/parameters'
import { FILE_REFUSALS } from '#http/openapi/problems'
import { IMPORT_BODY, IMPORT_PROBLEMS } from '#http/openapi/resources/imports'
import { VIDEO_SCHEMAS } from '#http/openapi/resources/video_schemas'
import { pageOf } from '#http/openapi/schemas'
import { METADATA_LIMITS } from '#videos/clean_metadata'
import {
  editVideoValidator,
  listVideosValidator,
  uploadQueryValidator,
  uploadValidator,
} from '#http/validators/api/videos'

const path = [numberedId('The video')]
const FILE: Schema = {
  description: 'The file; its bytes decide what it is, not its name',
  ...{ type: 'string', contentMediaType: 'application/octet-stream' },
}

/** Which videos are meant, in lists and batches. */
export const VIDEO_FILTER = {
  search: 'Only those whose title or file name has this in it',
  tag: { description: 'Only those with this tag', examples: ['holiday'] },
  lacks_preset: 'Only those without a rendition of this preset',
  older_than_days: 'Only those that were taken in so many days ago or earlier',
  codec: { description: 'Only those whose pictures have this codec', examples: ['h264'] },
  min_size_bytes: 'Only those at least so large',
  max_size_bytes: 'Only those at most so large',
  min_duration_seconds: 'Only those at least so long',
  max_duration_seconds: 'Only those at most so long',
  added_from: {
    description: 'Only those taken in on this day, UTC, or later; or since this moment',
    examples: ['2026-05-01'],
  },
  added_to: {
    description: 'Only those taken in on this day, UTC, or earlier; or until this moment',
    examples: ['2026-05-31'],
  },
  uploaded_by: 'Only those that this user brought, by id',
  archived: '`only` those that are archived, or `any`; left out: those that are not',
  ids: 'Only these',
} satisfies Record<string, Words>

/** In an address `metadata[case]=4711`. */
export const METADATA_FILTER = {
  description: 'Only those that keep each of these values under its name',
  additionalProperties: { type: 'string', maxLength: 500 },
}

const upload = schemaOf(uploadValidator, {
  title: { description: 'What people shall call it; left out: the file’s name' },
  preset: { description: 'A job by this preset is started too', examples: ['medium'] },
  priority: 'Of that job, higher comes earlier',
  duplicate: {
    description:
      'Where the same bytes are here already: take them again, answer with that video, or refuse',
    default: 'allow',
  },
})

const multipart: Schema = {
  ...upload,
  properties: { video: FILE, ...(upload.properties as object) },
  required: ['video'],
}

/** Source files and what is known of them. */
export const videos: Resource = {
  tag: 'Videos',
  description:
    'A video is the record of one source file, with pictures or sound alone, and where it is in its life.',
  schemas: VIDEO_SCHEMAS,
  problems: {
    E_VIDEO_TOO_LARGE: 'The file is larger than `MAX_VIDEO_SIZE`.',
    E_DUPLICATE: 'The same bytes are here already, and `duplicate` is `reject`.',
    E_TITLE_REFUSED: 'A title has 1 to 255 characters.',
    E_METADATA_REFUSED: 'Metadata has at most 50 names, with values of at most 500 characters.',
    E_TAGS_REFUSED: 'A video has at most 20 tags of 1 to 50 characters.',
  },
  operations: {
    'POST /videos': {
      ...{ id: 'uploadVideo', summary: 'Upload a video', scope: 'videos:write', role: 'operator' },
      description:
        'One file, streamed: memory stays flat whatever its size. It is looked into before it is taken. The other fields stand before or behind it. With a preset a job is started too, for which the token needs `jobs:write`.',
      body: { content: { 'multipart/form-data': { schema: multipart }, ...IMPORT_BODY.content } },
      query: queryOf(uploadQueryValidator, {
        duplicate: 'As the field of that name, which counts more',
      }),
      answers: {
        200: located('The same bytes are here already and are used again', 'UploadedVideo'),
        201: located('The video', 'UploadedVideo'),
        202: located('Of JSON: the import, which fetches the file', 'Import'),
      },
      problems: [
        ...['400 E_UPLOAD_MALFORMED', '400 E_UPLOAD_INCOMPLETE', '413 E_VIDEO_TOO_LARGE'],
        ...['409 E_DUPLICATE', '415 E_NOT_MULTIPART', '422 E_NO_FILE', '422 E_UNEXPECTED_FILE'],
        ...['422 E_TITLE_REFUSED', ...IMPORT_PROBLEMS, ...FILE_REFUSALS],
        '503 FFMPEG_MISSING',
      ],
    },
    'GET /videos': {
      ...{ id: 'listVideos', summary: 'List videos', scope: 'videos:read' },
      description:
        'The newest first, or by `sort`. Archived ones are passed over unless they are asked for.',
      query: queryOf(listVideosValidator, {
        status: 'Only those of this status',
        ...VIDEO_FILTER,
        metadata: METADATA_FILTER,
        sort: { description: 'By what; with a minus downwards', default: '-created_at' },
        ...PAGING,
      }),
      answers: { 200: page('A page of videos', pageOf('Video')) },
    },
    'GET /videos/{id}': {
      ...{ id: 'getVideo', summary: 'Get a video', scope: 'videos:read', path },
      description: 'With what a worker found out about its colours and its loudness.',
      answers: { 200: json('The video', 'VideoDetails') },
      problems: ['404 E_VIDEO_NOT_FOUND'],
    },
    'PATCH /videos/{id}': {
      ...{
        id: 'editVideo',
        summary: 'Edit a video',
        scope: 'videos:write',
        role: 'operator',
        path,
      },
      description: 'What is left out stays.',
      body: bodyOf(editVideoValidator, {
        title: {
          description: 'What people call it, 1 to 255 characters',
          ...{ type: 'string', minLength: 1, maxLength: 255, examples: ['By the sea'] },
        },
        tags: {
          description: 'All of its tags: at most 20 of 1 to 50 characters, each kept once',
          ...{ maxItems: 20, examples: [['holiday']] },
          items: { type: 'string', minLength: 1, maxLength: 50 },
        },
        metadata: {
          description:
            'Values by name; null takes a name away, other names stay. At most 50 names of 1 to 40 letters, digits, `_`, `-`, `.`',
          ...{ maxProperties: METADATA_LIMITS.names, examples: [{ case: '4711' }] },
          additionalProperties: {
            type: ['string', 'null'],
            maxLength: METADATA_LIMITS.valueLength,
          },
        },
      }),
      answers: { 200: json('The video', 'VideoDetails') },
      headers: [IF_MATCH],
      problems: [
        '404 E_VIDEO_NOT_FOUND',
        '422 E_TITLE_REFUSED',
        '422 E_TAGS_REFUSED',
        '422 E_METADATA_REFUSED',
      ],
    },
    'DELETE /videos/{id}': {
      ...{ id: 'deleteVideo', summary: 'Delete a video', scope: 'videos:write', role: 'admin' },
      description: 'With its renditions and its jobs, for good.',
      path,
      answers: {
        202: json(
          'Its jobs are told to stop and it goes by itself, within seconds',
          'VideoBeingDeleted'
        ),
        204: nothing('It is gone'),
      },
      headers: [IF_MATCH],
      problems: ['404 E_VIDEO_NOT_FOUND'],
    },
    'GET /videos/{id}/status': {
      ...{ id: 'getVideoStatus', summary: 'Ask how far a video is', scope: 'videos:read', path },
      answers: { 200: json('How far it is', 'VideoStatus') },
      problems: ['404 E_VIDEO_NOT_FOUND'],
    },
  },
}
