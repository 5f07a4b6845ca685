import cronstrue from 'cronstrue'

/** `At 03:00 AM, only on Monday`; the expression itself where it cannot be read. */
export function cronWords(cron: string): string {
  try {
    return cronstrue.toString(cron, { use24HourTimeFormat: true, verbose: false })
  } catch {
    return cron
  }
}
