import { OTHER_GROUPS, SETTING_GROUPS } from '#start/settings/all'
import type { Setting, SettingGroup } from '#start/settings/setting'

const HEAD = `# Every setting with its default. Nothing here needs to be set: \`./ace up\` works without a .env.
# What the environment says wins over this file. Sizes are bytes or 500mb, times are seconds or 30m.
# Made by ./ace settings --example > .env.example; docs/settings.md says more.
`

/** .env.example, in which nothing is set. */
export function settingsExample(): string {
  const groups = [...SETTING_GROUPS, ...OTHER_GROUPS.filter(isForPeople)]
  return [HEAD, ...groups.map(section)].join('\n')
}

/** What only tests read belongs in the table alone. */
function isForPeople({ settings }: SettingGroup): boolean {
  return Object.values(settings).every(({ readBy }) => readBy !== 'tests')
}

function section({ title, settings }: SettingGroup): string {
  const entries = Object.entries(settings).map(([name, setting]) => entry(name, setting))
  return [`# ${title}`, ...entries, ''].join('\n')
}

function entry(name: string, { rule, without, meaning }: Setting): string {
  const words = without ? `${meaning} (without: ${without})` : meaning
  const isWords = rule.default?.includes(' ')
  return `#   ${words}\n# ${name}=${rule.default === null || isWords ? rule.example : rule.default}`
}
