import { addresses, secret, text, url, wholeNumber } from '#start/settings/rules'
import type { Settings } from '#start/settings/setting'

/** The console and the API. */
export const WEB = {
  APP_URL: {
    rule: url('https://videos.example.org'),
    meaning:
      'Where people reach the console: links in invitations begin with it, and cookies are for TLS alone where it says https',
    readBy: 'web',
    without: 'http://HOST:PORT',
  },
  HOST: {
    rule: text('127.0.0.1', '0.0.0.0'),
    meaning: 'The address to listen on: 127.0.0.1 is this machine alone, 0.0.0.0 every network',
    readBy: 'web',
  },
  PORT: {
    rule: wholeNumber({ default: 3333, min: 1, max: 65_535 }),
    meaning: 'The port to listen on',
    readBy: 'web',
  },
  ALLOWED_ORIGINS: {
    rule: text('', 'https://intranet.example.org'),
    meaning: 'Other sites whose pages may call the API, separated by commas',
    readBy: 'web',
  },
  API_RATE_LIMIT: {
    rule: wholeNumber({ default: 600, min: 1, max: 1_000_000 }),
    meaning: 'Requests that each API token has in a minute, of each web process',
    readBy: 'web',
  },
  OUTBOUND_ALLOWED_PRIVATE: {
    rule: addresses(),
    meaning:
      'Private addresses, ranges and hosts that imports and webhooks may call though they are not public, separated by commas',
    readBy: 'all',
  },
  APP_KEY: {
    rule: secret('APP_KEY is missing: run ./ace up once, or set 32 random characters'),
    meaning:
      'Signs sessions and encrypts cookies, 32 random characters or more: another one signs everybody out',
    readBy: 'all',
    without: 'made once by ./ace up, in var/secrets.env',
  },
} satisfies Settings
