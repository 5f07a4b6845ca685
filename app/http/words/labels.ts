import { PHASE_WORDS } from '#jobs/phase_words'
import type { JobPhase } from '#jobs/job_state'
import type { Role } from '#accounts/role'
import type { LaneName } from '#jobs/lanes/change_lane'
import type { Decision } from '#media/plan/encode_plan'

/** `Encoding`: what a running job does; before its worker told, that it starts. */
export function phaseLabel(phase: JobPhase | null): string {
  return phase ? statusLabel(PHASE_WORDS[phase]) : 'Starting'
}

const DECISION_LABELS: Record<Decision, string> = {
  copy: 'Pictures copied',
  remux: 'Copied',
  encode: 'Encoded',
  skip: 'Skipped',
}

const ENTRANCE_LABELS: Record<string, string> = {
  console: 'the console',
  api: 'the API',
  ace: 'ace',
  schedule: 'a schedule',
}

const ICONS: Record<string, string> = {
  pending: 'lucide:circle-dashed',
  queued: 'lucide:clock',
  processing: 'lucide:loader-circle',
  waiting: 'lucide:clock',
  running: 'lucide:loader-circle',
  downloading: 'lucide:loader-circle',
  examining: 'lucide:loader-circle',
  completed: 'lucide:circle-check',
  failed: 'lucide:circle-alert',
  cancelled: 'lucide:circle-slash',
  canary: 'lucide:bird',
  paused: 'lucide:pause',
  finished: 'lucide:circle-check',
  stopped: 'lucide:octagon-x',
  closed: 'lucide:moon',
  skipped: 'lucide:skip-forward',
  lost: 'lucide:unplug',
  handed_back: 'lucide:undo-2',
}

/** What was done with a rendition. */
export function decisionLabel(decision: Decision): string {
  return DECISION_LABELS[decision]
}

const LANE_LABELS: Record<LaneName, string> = {
  all: 'The whole queue',
  quick: 'Pictures',
  encode: 'Films and sound',
}

export function laneLabel(lane: LaneName): string {
  return LANE_LABELS[lane]
}

/** Where a request came in: `the API`. */
export function entranceLabel(entrance: string): string {
  return ENTRANCE_LABELS[entrance] ?? entrance
}

export function statusIcon(status: string): string {
  return ICONS[status] ?? 'lucide:circle'
}

const ROLE_LABELS: Record<Role, string> = {
  viewer: 'a viewer',
  operator: 'an operator',
  admin: 'an administrator',
}

const ROLE_MEANINGS: Record<Role, string> = {
  viewer: 'looks at everything, changes nothing',
  operator: 'uploads, starts, cancels and retries',
  admin: 'everything, also users, presets and deleting',
}

/** `an operator` */
export function roleLabel(role: Role): string {
  return ROLE_LABELS[role]
}

/** What somebody of that role may do. */
export function roleMeaning(role: Role): string {
  return ROLE_MEANINGS[role]
}

/** `handed back` of `handed_back`, `Queued` of `queued`. */
export function statusLabel(status: string): string {
  const words = status.replaceAll('_', ' ')
  return words[0].toUpperCase() + words.slice(1)
}

/** `1 job`, `2 jobs` */
export function plural(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`
}

/** `AM` of `Ada Mae`. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  return [words[0], words.length > 1 ? words.at(-1)! : ''].map((word) => word.charAt(0)).join('')
}

/** `width 1280, height 720` of a job's parameters. */
export function parameters(of: Record<string, unknown>): string {
  const words = Object.entries(of).map(([name, value]) => `${name} ${JSON.stringify(value)}`)
  return words.join(', ')
}
