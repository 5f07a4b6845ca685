import type { Rule, SettingKind } from '#start/settings/setting'

const KIB = 1024
const BINARY_UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB']
const TIMES = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
] as const

/** A value as people read it; null: there is none. Secrets and passwords are left out. */
export function settingValue({ kind }: Rule, value: unknown): string | null {
  if (Array.isArray(value)) return value.join(', ') || null
  const isThere = value !== undefined && value !== null && value !== ''
  return isThere ? SHOWN[kind](value) : null
}

const SHOWN: Record<SettingKind, (value: unknown) => string> = {
  secret: () => 'set, and not shown',
  bytes: (value) => binarySize(Number(value)),
  seconds: (value) => timeWords(Number(value)),
  address: (value) => withoutPassword(String(value)),
  text: (value) => String(value),
  number: (value) => String(value),
}

/** `512 MiB`: settings are written in powers of 1024. */
function binarySize(sizeBytes: number): string {
  let [size, unit] = [sizeBytes, 0]
  while (size >= KIB && unit < BINARY_UNITS.length - 1) [size, unit] = [size / KIB, unit + 1]
  return `${Number(size.toFixed(2))} ${BINARY_UNITS[unit]}`
}

function timeWords(durationS: number): string {
  const [length, name] = TIMES.find(
    ([lengthS]) => durationS >= lengthS && durationS % lengthS === 0
  ) ?? [1, 'second']
  const n = durationS / length
  return `${n} ${name}${n === 1 ? '' : 's'}`
}

/** The server and what is chosen there, without who asks. */
function withoutPassword(address: string): string {
  if (!URL.canParse(address)) return 'set, and not shown'
  const { protocol, host, pathname } = new URL(address)
  return `${protocol}//${host}${pathname}`
}
