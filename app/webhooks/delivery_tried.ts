import { channel } from 'node:diagnostics_channel'

/** A delivery was sent; told in the process that sent it. */
export interface DeliveryTried {
  /** `retried`: it failed and is sent again; `failed`: it is given up. */
  status: 'delivered' | 'retried' | 'failed'
}

export const DELIVERY_TRIED = 'mediakeep:delivery_tried'

const told = channel(DELIVERY_TRIED)

/** Nothing hangs on it: who listens counts. */
export function tellDeliveryTried(delivery: DeliveryTried): void {
  told.publish(delivery)
}
