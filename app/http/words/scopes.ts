import { includesScope, READ_SCOPES, type Scope } from '#accounts/scopes'
import type { Role } from '#accounts/role'

/** What scopes are about, as people tick them. */
export interface ScopeGroup {
  /** Before the colon of its scopes. */
  name: string
  title: string
  means: string
  /** The least roles for which its scopes do something; null: there is no such scope. */
  reads: Role
  writes: Role | null
}

const group = (name: string, title: string, means: string): ScopeGroup => {
  return { name, title, means, reads: 'viewer', writes: 'operator' }
}

export const SCOPE_GROUPS: ScopeGroup[] = [
  group('videos', 'Videos', 'their files, links, uploads, watermarks'),
  group('jobs', 'Jobs', 'batches, failures, operations'),
  { ...group('presets', 'Presets', 'and their versions'), writes: 'admin' },
  group('queues', 'Queue', 'lanes, work windows, workers, statistics'),
  group('schedules', 'Schedules', 'and what they did'),
  { ...group('webhooks', 'Webhooks', 'and their deliveries'), writes: 'admin' },
  { ...group('events', 'Events', 'what happens, as it happens'), writes: null },
  { ...group('audit', 'Audit', 'who did what'), reads: 'admin', writes: null },
]

/** What a token may do, for the column of a table: in a word, or null where its scopes have to be told. */
export function scopeWords(scopes: Scope[]): string | null {
  if (scopes.includes('admin')) return 'Everything'
  const isLooking = scopes.every((scope) => scope.endsWith(':read'))
  const isAll = READ_SCOPES.every((scope) => includesScope(scopes, scope))
  return isLooking && isAll ? 'Read everything' : null
}
