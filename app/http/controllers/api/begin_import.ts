import type { HttpContext } from '@adonisjs/core/http'
import { apiActor } from '#http/controllers/api/api_actor'
import { needScope } from '#http/middleware/scope_middleware'
import { importJson } from '#http/transformers/import_json'
import { importValidator } from '#http/validators/api/imports'
import type StartImport from '#jobs/imports/start_import'

/** Answers a request to fetch a file: 202 with the import. */
export async function beginImport(ctx: HttpContext, startImport: StartImport) {
  const asked = await ctx.request.validateUsing(importValidator)
  if (asked.preset) needScope(ctx, 'jobs:write')
  const row = await startImport.handle({ ...asked, by: apiActor(ctx) })
  ctx.response.status(202).header('location', `/api/v1/imports/${row.id}`)
  return importJson(row)
}
