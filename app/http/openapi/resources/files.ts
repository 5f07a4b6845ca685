import type { Answer, Operation, Resource } from '#http/openapi/described'
import { file, json, nothing } from '#http/openapi/answers'
import { bodyOf, queryOf } from '#http/openapi/from_validator'
import { IF_NONE_MATCH, IF_RANGE, RANGE } from '#http/openapi/headers'
import { inPath, numberedId } from '#http/openapi/parameters'
import * as s from '#http/openapi/schemas'
import { fileValidator } from '#http/validators/api/files'
import { videoLinksValidator } from '#http/validators/api/video_links'
import { RENDITION_KINDS } from '#videos/rendition_file'

const video = numberedId('The video')
const name = inPath('name', 'The rendition', { type: 'string', examples: ['medium'] })
const part = inPath('file', 'One of its files', { type: 'string', examples: ['segment-1.m4s'] })

const DESCRIBED = ['ETag', 'Accept-Ranges', 'Content-Disposition']

/** What every file is answered with, whole or in part. */
export const FILE_ANSWERS: Record<number, Answer> = {
  200: file('The whole file', ['*/*'], DESCRIBED),
  206: file('The bytes that were asked for', ['*/*'], [...DESCRIBED, 'Content-Range']),
  304: { ...nothing('It is still the one that you have'), headers: ['ETag'] },
  416: { ...nothing('The file has no such bytes'), headers: ['Content-Range'] },
}

const LED = { ...nothing('Where the bucket itself sends it, for a while'), headers: ['Location'] }

type Told = Pick<Operation, 'id' | 'summary' | 'description' | 'path' | 'problems'>

/** @param isFilm whether a bucket may send it by itself (S3_REDIRECT_TTL) */
function fileOperation(told: Told, usual: boolean, isFilm = false): Operation {
  const download = { description: '`true` saves it, `false` shows it', default: usual }
  return {
    ...told,
    scope: 'videos:read',
    query: queryOf(fileValidator, { download }),
    headers: [RANGE, IF_RANGE, IF_NONE_MATCH],
    answers: isFilm ? { ...FILE_ANSWERS, 302: LED } : FILE_ANSWERS,
    problems: ['404 E_VIDEO_NOT_FOUND', '404 E_FILE_MISSING', ...(told.problems ?? [])],
  }
}

const poster = fileOperation(
  {
    ...{ id: 'getPoster', summary: 'Get the poster', path: [video] },
    description: 'The still that stands for the video; of sound alone a waveform.',
    problems: ['404 E_POSTER_NOT_FOUND'],
  },
  false
)

const rendition = fileOperation(
  {
    ...{ id: 'getRendition', summary: 'Get a rendition', path: [video, name] },
    description:
      'Its file. Of several files the first: 302 leads there, so that it finds the others. With `S3_REDIRECT_TTL` 302 leads to the bucket.',
    problems: ['404 E_RENDITION_NOT_FOUND', '404 E_SEVERAL_FILES'],
  },
  false
)

const links: Operation = {
  ...{ id: 'makeLinks', summary: 'Make signed links', path: [video] },
  ...{ scope: 'videos:write', role: 'operator' },
  description: 'Addresses that play and save files without a token, until they end.',
  body: bodyOf(videoLinksValidator, {
    files: {
      description:
        'Names of renditions, `poster`, `original`; left out: everything published, and the poster',
      examples: [['medium', 'poster']],
    },
    expires_in_seconds: { description: 'How long they open anything', default: 3600 },
  }),
  answers: { 201: json('The links', 'VideoLinks') },
  problems: ['404 E_VIDEO_NOT_FOUND', '404 E_RENDITION_NOT_FOUND', '404 E_POSTER_NOT_FOUND'],
}

const link = s.object({
  name: s.text('What it leads to', 'medium'),
  kind: s.oneOf('What that is', [...RENDITION_KINDS, 'poster', 'original']),
  mime_type: s.text('What it is', 'video/mp4'),
  url: s.text('The whole address', 'https://media.example.org/media/eyJ.../medium', {
    format: 'uri',
  }),
})

/** What is published, and the source. */
export const files: Resource = {
  tag: 'Files',
  description:
    'The published renditions, the poster and the original. Files answer ranges (`Range`, `If-Range`), `HEAD` and `If-None-Match`.',
  schemas: {
    VideoLinks: s.object({ expires_at: s.moment('When they end'), data: s.listOf(link) }),
  },
  problems: {
    E_POSTER_NOT_FOUND: 'The video has no poster yet.',
    E_RENDITION_NOT_FOUND: 'The video has no rendition of that name.',
    E_RENDITION_FILE_NOT_FOUND: 'The rendition has no file of that name.',
    E_SEVERAL_FILES: 'Several files cannot be saved as one: save them one by one.',
  },
  operations: {
    'GET /videos/{id}/renditions': {
      ...{ id: 'listRenditions', summary: 'List renditions', scope: 'videos:read', path: [video] },
      answers: { 200: json('The video’s published files', s.allOf('Rendition')) },
      problems: ['404 E_VIDEO_NOT_FOUND'],
    },
    'GET /videos/{id}/renditions/{name}': {
      ...rendition,
      answers: {
        ...FILE_ANSWERS,
        302: {
          ...nothing('Where the first of several files is, or where the bucket sends it'),
          headers: ['Location'],
        },
      },
    },
    'GET /videos/{id}/renditions/{name}/{file}': fileOperation(
      {
        ...{ id: 'getRenditionFile', summary: 'Get one of several files' },
        path: [video, name, part],
        problems: ['404 E_RENDITION_NOT_FOUND', '404 E_RENDITION_FILE_NOT_FOUND'],
      },
      false
    ),
    'GET /videos/{id}/poster': { ...poster, query: undefined },
    'GET /videos/{id}/original': fileOperation(
      { ...{ id: 'getOriginal', summary: 'Get the original', path: [video] } },
      true,
      true
    ),
    'POST /videos/{id}/links': links,
  },
}
