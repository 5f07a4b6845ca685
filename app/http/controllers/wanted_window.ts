import type { Infer } from '@vinejs/vine/types'
import type { workWindowForm } from '#http/validators/work_windows'
import type { WantedWindow } from '#jobs/windows/change_windows'

/** What a checked request asks for; left out, it is on. */
export function wantedWindow(asked: Infer<typeof workWindowForm>): WantedWindow {
  const {
    lane,
    days,
    from,
    to,
    time_zone: timeZone,
    at_end: atEnd,
    is_enabled: isEnabled = true,
  } = asked
  return {
    lane,
    days,
    timeZone,
    atEnd,
    isEnabled,
    fromMinute: minuteOf(from),
    toMinute: minuteOf(to),
  }
}

function minuteOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number)
  return hours * 60 + minutes
}
