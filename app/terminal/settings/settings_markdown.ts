import { OTHER_GROUPS, SETTING_GROUPS } from '#start/settings/all'
import { READERS } from '#app/terminal/settings/readers'
import type { Setting, SettingGroup } from '#start/settings/setting'

const HEAD = `# Settings

Made by \`./ace settings --markdown > docs/settings.md\` from the code that checks them; change start/settings, not this file.

Read from the environment or \`.env\` (the environment wins) when a process starts, all checked at boot, all errors told at once.
Nothing needs to be set: \`./ace up\` works without. \`./ace settings\` shows what is in force here and where it comes from, and so does
Settings in the console. Sizes are bytes or \`500mb\`, times are seconds or \`30m\`. A secret is never shown or logged.
`

const COLUMNS = ['setting', 'default', 'allowed', 'for example', 'what it does', 'read by']

/** docs/settings.md. */
export function settingsMarkdown(): string {
  return [HEAD, ...[...SETTING_GROUPS, ...OTHER_GROUPS].map(section)].join('\n')
}

function section({ title, settings }: SettingGroup): string {
  const rows = Object.entries(settings).map(([name, setting]) => row(name, setting))
  return [`## ${title}\n`, line(COLUMNS), line(COLUMNS.map(() => '---')), ...rows, ''].join('\n')
}

function row(name: string, { rule, without, meaning, readBy }: Setting): string {
  const fallback = without ?? (rule.default === null ? 'none' : code(rule.default))
  const words = rule.kind === 'secret' ? `${meaning}. Secret` : meaning
  return line([
    code(name),
    fallback,
    rule.range ?? 'text',
    code(rule.example),
    words,
    READERS[readBy],
  ])
}

function line(cells: string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function code(text: string): string {
  return `\`${text}\``
}
