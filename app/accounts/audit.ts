import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Actor } from '#accounts/actor'

export interface AuditEntry {
  by: Actor
  /** Verb in the past, such as `job.cancelled`. */
  action: string
  subject: { type: string; id: string | number | null }
  details?: Record<string, unknown>
}

/** Writes who did what; pass the transaction of the change so that both stand or neither does. */
export async function recordAudit(entry: AuditEntry, trx?: TransactionClientContract) {
  await (trx ?? db.connection()).table('audit').insert({
    user_id: entry.by.userId,
    actor: entry.by.name,
    via: entry.by.via,
    action: entry.action,
    subject_type: entry.subject.type,
    subject_id: entry.subject.id === null ? null : String(entry.subject.id),
    details: JSON.stringify(entry.details ?? {}),
  })
}

/** The same line for each of many subjects. */
export async function recordAuditOfMany(
  entry: Omit<AuditEntry, 'subject'> & { subjects: { type: string; ids: number[] } },
  trx: TransactionClientContract
) {
  const { by, action, subjects, details = {} } = entry
  await trx.rawQuery(
    `insert into audit (user_id, actor, via, action, subject_type, subject_id, details)
     select (select id from users where id = :userId), :actor, :via, :action, :type, id, :details
     from unnest(:ids::int[]) as id`,
    {
      ...{ userId: by.userId as number, actor: by.name, via: by.via, action },
      ...{ type: subjects.type, ids: subjects.ids, details: JSON.stringify(details) },
    }
  )
}
