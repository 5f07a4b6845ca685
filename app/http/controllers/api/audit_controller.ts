import type { HttpContext } from '@adonisjs/core/http'
import { searchAudit } from '#accounts/search_audit'
import { linkNext } from '#http/lists/list_json'
import { auditLineJson } from '#http/transformers/audit_json'
import { listAuditValidator } from '#http/validators/api/audit'
import { readTime } from '#videos/said_time'

const USUAL_LIMIT = 25

/** Who did what. */
export default class AuditController {
  async index(ctx: HttpContext) {
    const { request } = ctx
    const asked = await request.validateUsing(listAuditValidator, { data: request.qs() })
    const { actor, action, subject_type: subjectType, subject_id: subjectId, after } = asked
    const { limit = USUAL_LIMIT, search: text } = asked
    const span = { from: timeOf(asked.from)?.from, before: timeOf(asked.to)?.before }
    const filter = { actor, action, subjectType, subjectId, text, ...span }
    const { lines, nextAfter } = await searchAudit(filter, { after, limit })
    const next = nextAfter && String(nextAfter)
    linkNext(ctx, next)
    return { data: lines.map(auditLineJson), meta: { limit, next_cursor: next } }
  }
}

function timeOf(said: string | undefined) {
  return said === undefined ? null : readTime(said)
}
