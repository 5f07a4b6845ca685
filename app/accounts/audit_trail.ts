import db from '@adonisjs/lucid/services/db'
import type { Entrance } from '#accounts/actor'

export interface AuditedAct {
  at: Date
  actor: string
  via: Entrance
  /** Verb in the past, such as `job.cancelled`. */
  action: string
  subjectType: string
  subjectId: string | null
  details: Record<string, unknown>
}

/** What was done to the subjects, the newest first. */
export async function auditTrail(
  subjects: { type: string; ids: string[] }[],
  limit: number
): Promise<AuditedAct[]> {
  const query = db
    .from('audit')
    .select('at', 'actor', 'via', 'action', 'details')
    .select({ subjectType: 'subject_type', subjectId: 'subject_id' })
    .orderBy('id', 'desc')
    .limit(limit)
  for (const { type, ids } of subjects) {
    query.orWhere((one) => one.where('subject_type', type).whereIn('subject_id', ids))
  }
  return query
}
