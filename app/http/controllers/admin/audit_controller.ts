import type { HttpContext } from '@adonisjs/core/http'
import { auditActions, auditActors, searchAudit } from '#accounts/search_audit'
import { addressWith, day, text } from '#http/controllers/admin/page_query'

const PAGE = '/audit'
const PER_PAGE = 50

/** Who did what. */
export default class AuditController {
  async index({ request, view }: HttpContext) {
    const asked = askedOf(request.qs())
    const { from, to, type, id, ...same } = asked
    const span = { from: day(from)?.from, before: day(to)?.before }
    const filter = { ...same, ...span, subjectType: type, subjectId: type && id }
    const after = text(request.input('after'))
    const [{ lines, nextAfter }, actions, actors] = await Promise.all([
      searchAudit(filter, { after, limit: PER_PAGE }),
      auditActions(),
      auditActors(),
    ])
    const link = (change: Record<string, string | null>) =>
      addressWith(PAGE, { ...asked, ...change })
    const isNarrowed = Object.values(asked).some((value) => value !== undefined)
    const seen = { lines, nextAfter, actions, actors, asked, after, isNarrowed, link }
    return view.render('pages/admin/audit/index', seen)
  }
}

function askedOf(query: Record<string, unknown>) {
  return {
    text: text(query.text),
    actor: text(query.actor),
    action: text(query.action),
    type: text(query.type),
    id: text(query.id),
    from: day(query.from)?.name,
    to: day(query.to)?.name,
  }
}
