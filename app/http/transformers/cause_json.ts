import { describeCause } from '#jobs/failure_causes'

/** What went wrong, what it means and what to do; null where nothing did. */
export function causeJson(code: string | null, message: string | null) {
  if (code === null) return null
  const { sentence, remedy, canRetryHelp } = describeCause(code)
  return { code, message, sentence, remedy, can_retry_help: canRetryHelp }
}
