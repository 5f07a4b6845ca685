import { EVENTS } from '#start/settings/events'
import { METRICS } from '#start/settings/metrics'
import { OF_ACE, OF_COMPOSE, OF_TESTS } from '#start/settings/of_ace'
import { S3 } from '#start/settings/s3'
import { SERVERS } from '#start/settings/servers'
import type { Rule, SettingGroup } from '#start/settings/setting'
import { INTAKE, STORAGE } from '#start/settings/storage'
import { WEB } from '#start/settings/web'
import { JOBS, WORKERS } from '#start/settings/workers'

/** Every setting that is checked at boot. One of a new group belongs here and among the groups. */
export const SETTINGS = {
  ...WEB,
  ...SERVERS,
  ...STORAGE,
  ...S3,
  ...INTAKE,
  ...EVENTS,
  ...METRICS,
  ...WORKERS,
  ...JOBS,
}

/** The same as people look for them. */
export const SETTING_GROUPS: SettingGroup[] = [
  { title: 'Console and API', settings: WEB },
  { title: 'Servers and programs', settings: SERVERS },
  { title: 'Where bytes live', settings: STORAGE },
  { title: 'The bucket', settings: S3 },
  { title: 'What is taken in', settings: INTAKE },
  { title: 'Events and webhooks', settings: EVENTS },
  { title: 'Metrics', settings: METRICS },
  { title: 'Workers', settings: WORKERS },
  { title: 'What one job may take', settings: JOBS },
]

/** What is read before the boot or beside it, and checked where it is used. */
export const OTHER_GROUPS: SettingGroup[] = [
  { title: './ace itself', settings: OF_ACE },
  { title: 'docker-compose.yml', settings: OF_COMPOSE },
  { title: 'Tests', settings: OF_TESTS },
]

type Checks<S extends Record<string, { rule: Rule }>> = { [K in keyof S]: S[K]['rule']['read'] }

/** What `Env.create` takes: the rule of each by its name. */
export function checksOf<S extends Record<string, { rule: Rule }>>(settings: S): Checks<S> {
  const checks = Object.entries(settings).map(([name, { rule }]) => [name, rule.read])
  return Object.fromEntries(checks) as Checks<S>
}
