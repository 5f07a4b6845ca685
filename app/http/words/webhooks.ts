import type { DeliveryStatus } from '#webhooks/delivery'
import type Webhook from '#webhooks/webhook'

interface Badge {
  /** A class of badges. */
  look: string
  icon: string
  label: string
}

const STATES: Record<Webhook['state'], Badge> = {
  working: { look: 'completed', icon: 'lucide:circle-check', label: 'On' },
  failing: { look: 'queued', icon: 'lucide:triangle-alert', label: 'Failing' },
  stopped: { look: 'failed', icon: 'lucide:circle-alert', label: 'Stopped' },
  off: { look: '', icon: 'lucide:circle-slash', label: 'Off' },
}

const STATUSES: Record<DeliveryStatus, Badge> = {
  pending: { look: 'queued', icon: 'lucide:clock', label: 'Waiting' },
  delivered: { look: 'completed', icon: 'lucide:circle-check', label: 'Delivered' },
  failed: { look: 'failed', icon: 'lucide:circle-alert', label: 'Given up' },
  dismissed: { look: '', icon: 'lucide:circle-slash', label: 'Dismissed' },
}

export const webhookBadge = ({ state }: Webhook): Badge => STATES[state]

export const deliveryBadge = (status: DeliveryStatus): Badge => STATUSES[status]

/** `All events`, `2 kinds of events` */
export function eventTypesWords(types: string[]): string {
  if (types.includes('*')) return 'All events'
  return types.length === 1 ? types[0] : `${types.length} kinds of events`
}

/** JSON as people read it; other text as it is. */
export function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
