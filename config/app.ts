import env from '#start/env'
import { defineConfig } from '@adonisjs/core/http'
import { namedSettings } from '#embedded/named_settings'

/** Where people reach the console; used for absolute addresses. */
export const appUrl = env.get('APP_URL') ?? `http://${env.get('HOST')}:${env.get('PORT')}`

/** What the operator says in APP_URL; null where nobody did, and `./ace up` only knows this machine's own name. */
export const namedUrl = namedSettings().APP_URL ?? null

/** Cookies travel over TLS only where the console itself does: a plain-http LAN address must work too. */
export const isServedOverTls = appUrl.startsWith('https://')

export const http = defineConfig({
  generateRequestId: true,
  allowMethodSpoofing: true,
  useAsyncLocalStorage: false,
  cookie: {
    domain: '',
    path: '/',
    maxAge: '2h',
    httpOnly: true,
    secure: isServedOverTls,
    sameSite: 'lax',
  },
})
