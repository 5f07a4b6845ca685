import { wholeNumber } from '#start/settings/rules'
import type { Settings } from '#start/settings/setting'

/** Events and webhooks. */
export const EVENTS = {
  EVENTS_KEPT_DAYS: {
    rule: wholeNumber({ default: 30, min: 2, max: 3650 }),
    meaning: 'Events and what is known of their deliveries are forgotten after so many days',
    readBy: 'all',
  },
  WEBHOOK_STOP_AFTER_DAYS: {
    rule: wholeNumber({ default: 5, min: 1, max: 365 }),
    meaning: 'A webhook that took nothing for so many days is turned off',
    readBy: 'all',
    live: { path: '/webhooks', words: 'See how they are' },
  },
} satisfies Settings
