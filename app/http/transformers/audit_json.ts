import type { AuditLine } from '#accounts/search_audit'

/** A line of the audit as the API tells it. */
export function auditLineJson(line: AuditLine) {
  return {
    id: String(line.id),
    at: line.at.toISOString(),
    actor: line.actor,
    via: line.via,
    action: line.action,
    subject: { type: line.subjectType, id: line.subjectId },
    details: line.details,
  }
}
