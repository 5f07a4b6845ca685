import { DateTime } from 'luxon'
import { addWindow, type WantedWindow } from '#jobs/windows/change_windows'
import { operatorAtTerminal } from '#accounts/actor'

const DAY = 1440

/** The minute of the day, UTC, so many minutes from now. */
export function minuteFromNow(offset: number): number {
  const now = DateTime.utc()
  return (now.hour * 60 + now.minute + offset + DAY) % DAY
}

/** Of the lane `encode`, every day, minutes from now, in UTC. */
export function windowFrom(from: number, to: number, of: Partial<WantedWindow> = {}) {
  const wanted = {
    ...{ lane: 'encode', days: [1, 2, 3, 4, 5, 6, 7], timeZone: 'UTC' },
    ...{ fromMinute: minuteFromNow(from), toMinute: minuteFromNow(to) },
    ...{ atEnd: 'finish', isEnabled: true },
    ...of,
  } as WantedWindow
  return addWindow(wanted, operatorAtTerminal())
}
