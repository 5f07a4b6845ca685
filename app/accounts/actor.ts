/** Where a request came in. */
export const ENTRANCES = ['console', 'api', 'ace', 'schedule', 'worker', 'system'] as const
export type Entrance = (typeof ENTRANCES)[number]

/** Who asks for something: kept with what was done. `userId` is null for programs of our own. */
export interface Actor {
  userId: number | null
  name: string
  via: Entrance
}

/** A person at the terminal of the machine, who needs no account. */
export function operatorAtTerminal(): Actor {
  return { userId: null, name: process.env.SUDO_USER ?? process.env.USER ?? 'operator', via: 'ace' }
}

/** Mediakeep itself, repairing or keeping time. */
export function mediakeep(via: 'schedule' | 'worker' | 'system'): Actor {
  return { userId: null, name: 'mediakeep', via }
}
