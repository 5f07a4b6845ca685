/** How a value is read and shown. */
export type SettingKind = 'text' | 'number' | 'bytes' | 'seconds' | 'address' | 'secret'

/** Reads what was said; start/settings/rules.ts makes them. */
export interface Rule<T = unknown> {
  /** @throws where the value cannot be, naming it and what can */
  read: (name: string, value?: string) => T
  kind: SettingKind
  /** As one would write it; null: there is none. */
  default: string | null
  /** What is allowed, in words; null: anything. */
  range: string | null
  example: string
}

/** Which processes read it when they start. */
export type SettingReader = 'web' | 'worker' | 'scheduler' | 'all' | 'ace' | 'compose' | 'tests'

/** One setting: all that the table, the console and the check at boot need to know. */
export interface Setting<T = unknown> {
  rule: Rule<T>
  /** What it does, in a sentence without its full stop. */
  meaning: string
  readBy: SettingReader
  /** What holds where nobody sets it, if the default does not say it. */
  without?: string
  /** Where people change what it says, without a restart. */
  live?: { path: string; words: string }
}

export type Settings = Record<string, Setting>

export interface SettingGroup {
  title: string
  settings: Settings
}
