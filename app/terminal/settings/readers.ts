import type { SettingReader } from '#start/settings/setting'

/** Who reads a setting, in words. */
export const READERS: Record<SettingReader, string> = {
  web: 'web',
  worker: 'workers',
  scheduler: 'schedulers',
  all: 'every process',
  ace: './ace',
  compose: 'docker compose',
  tests: './ace test, ./ace bench',
}
