import env from '#start/env'
import { defineConfig } from '@adonisjs/cors'

/** Other sites' pages may call the API where ALLOWED_ORIGINS (comma-separated) names them. */
export const allowedOrigins = env
  .get('ALLOWED_ORIGINS')
  .split(',')
  .map((origin) => origin.trim())
  .filter(Boolean)

export default defineConfig({
  enabled: (ctx) => ctx.request.url().startsWith('/api/'),
  origin: allowedOrigins.includes('*') ? '*' : allowedOrigins,
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  headers: true,
  exposeHeaders: ['location', 'content-range', 'accept-ranges', 'x-request-id', 'retry-after'],
  credentials: false,
  maxAge: 90,
})
