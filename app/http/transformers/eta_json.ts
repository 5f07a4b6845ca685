import type { Eta } from '#jobs/forecast/job_forecast'

/** A range of moments, or null where none can be told. */
export function etaJson(eta: Eta | null) {
  return eta && { from: eta.from.toUTC().toISO(), to: eta.to.toUTC().toISO() }
}
