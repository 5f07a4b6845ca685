import env from '#start/env'
import { defineConfig } from '@adonisjs/cors'

/**
 * Other sites' pages may call the API where ALLOWED_ORIGINS (comma-separated) names them. Links to files are made to be
 * played anywhere: they carry what opens them, and no cookie does.
 */
export const allowedOrigins = env
  .get('ALLOWED_ORIGINS')
  .split(',')
  .map((origin) => origin.trim())
  .filter(Boolean)

const isLink = (path: string) => path.startsWith('/media/')

export default defineConfig({
  enabled: ({ request }) => request.url().startsWith('/api/') || isLink(request.url()),
  origin: (_origin, { request }) =>
    isLink(request.url()) || allowedOrigins.includes('*') ? '*' : allowedOrigins,
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  headers: true,
  exposeHeaders: [
    'location',
    'link',
    'etag',
    'allow',
    'www-authenticate',
    'idempotency-replayed',
    'content-length',
    'content-range',
    'accept-ranges',
    'x-request-id',
    'retry-after',
    'ratelimit',
    'ratelimit-policy',
    'x-ratelimit-limit',
    'x-ratelimit-remaining',
    'x-ratelimit-reset',
  ],
  credentials: false,
  maxAge: 90,
})
