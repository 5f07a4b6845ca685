import { Notices } from '#events/notices'
import type { Change } from '#http/live/changed_pages'

export interface ChangeFeedOrder {
  databaseUrl: string
  onChange: (change: Change) => void
  /** After the connection was lost nobody knows what changed meanwhile. */
  onMissed: () => void
}

/** Hears what any process changes in the database. */
export class ChangeFeed extends Notices {
  constructor({ databaseUrl, onChange, onMissed }: ChangeFeedOrder) {
    super({
      databaseUrl,
      channels: ['changes'],
      onNotice: (_channel, payload) => payload && onChange(JSON.parse(payload)),
      onMissed,
    })
  }
}
