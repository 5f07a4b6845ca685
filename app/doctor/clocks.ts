import { ok, warning, type Diagnosis } from '#app/doctor/diagnosis'

const MOST_MS = 2_000

/** Compares a server's clock, read between two readings of ours, with ours. Pure. */
export function compareClocks(
  topic: string,
  server: string,
  at: { beforeMs: number; serverMs: number; afterMs: number }
): Diagnosis {
  const aheadMs = Math.round(at.serverMs - (at.beforeMs + at.afterMs) / 2)
  const uncertainMs = Math.ceil((at.afterMs - at.beforeMs) / 2)
  const apart = `The clock of ${server} and of this machine are ${Math.abs(aheadMs)} ms apart`
  if (Math.abs(aheadMs) - uncertainMs <= MOST_MS) return ok(topic, apart)
  const who = aheadMs > 0 ? server : 'this machine'
  const remedy = 'Let both machines keep time with NTP: nothing is lost, but times shown are wrong'
  return warning(topic, `${apart}: ${who} is ahead`, remedy, 'clocks-apart')
}
