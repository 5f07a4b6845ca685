import { WrongUsage } from '#app/terminal/errors'

const SECONDS = { m: 60, h: 3_600, d: 86_400 } as const

/** Seconds in `90m`, `12h` or `30d`. @throws WrongUsage */
export function lifeTimeS(text: string): number {
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(text) ?? []
  if (!count || Number(count) === 0) {
    throw new WrongUsage(
      `--expires is "${text}": give minutes, hours or days, such as 90m, 12h, 30d`
    )
  }
  return Number(count) * SECONDS[unit as keyof typeof SECONDS]
}
