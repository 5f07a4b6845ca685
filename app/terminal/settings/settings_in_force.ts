import { namedSettings, settingSource, type SettingSource } from '#embedded/named_settings'
import { settingValue } from '#start/settings/setting_value'
import type { Rule, Setting, SettingGroup } from '#start/settings/setting'

export interface SettingInForce {
  name: string
  /** As people read it, without what is secret; null: there is none. */
  value: string | null
  default: string | null
  source: SettingSource
  /** Why it cannot be; null: it can. */
  problem: string | null
}

/** What a process that starts now would be told, whether all of it can be or not. */
export function settingsInForce(
  groups: SettingGroup[],
  env: NodeJS.ProcessEnv = process.env
): { title: string; settings: SettingInForce[] }[] {
  const said = { ...env, ...namedSettings(env) }
  return groups.map(({ title, settings }) => ({
    title,
    settings: Object.entries(settings).map(([name, setting]) => inForce(name, setting, said)),
  }))
}

function inForce(name: string, { rule, without }: Setting, env: NodeJS.ProcessEnv): SettingInForce {
  const source = settingSource(name, env)
  const known = { name, default: without ?? rule.default, source }
  try {
    return { ...known, value: settingValue(rule, rule.read(name, env[name])), problem: null }
  } catch (error) {
    // what ./ace up brings along is missing before it ran, and nothing is wrong with that
    if (source === 'default') return { ...known, value: null, problem: null }
    return { ...known, value: shown(rule, env[name]), problem: (error as Error).message }
  }
}

function shown({ kind }: Rule, value = ''): string | null {
  return kind === 'secret' || kind === 'address' ? null : value
}
