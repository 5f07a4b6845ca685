import { channel } from 'node:diagnostics_channel'

/** A firing began at its due time or after; told in the scheduler. Those by hand have no due time. */
export interface FiringBegun {
  lateS: number
}

export interface FiringEnded {
  status: 'completed' | 'failed'
}

export const FIRING_BEGUN = 'mediakeep:firing_begun'
export const FIRING_ENDED = 'mediakeep:firing_ended'

const begun = channel(FIRING_BEGUN)
const ended = channel(FIRING_ENDED)

/** Nothing hangs on it: who listens counts. */
export function tellFiringBegun(firing: FiringBegun): void {
  begun.publish(firing)
}

/** Nothing hangs on it: who listens counts. */
export function tellFiringEnded(firing: FiringEnded): void {
  ended.publish(firing)
}
