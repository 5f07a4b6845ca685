import { channel } from 'node:diagnostics_channel'

/** Something that a crash left behind was repaired; told in the process that did it. */
export interface RepairMade {
  /** Such as `expired_leases`. */
  kind: string
}

export const REPAIR_MADE = 'mediakeep:repair_made'

const told = channel(REPAIR_MADE)

/** Nothing hangs on it: who listens counts. */
export function tellRepairMade(repair: RepairMade): void {
  told.publish(repair)
}
