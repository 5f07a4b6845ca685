import { portFor } from '#embedded/machine/free_port'

/** A port of this machine that nobody listens on, and that stays so while nobody does. */
export function freePort(): Promise<number> {
  return portFor(null, '127.0.0.1')
}
