import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { apiActor } from '#http/controllers/api/api_actor'
import { beginImport } from '#http/controllers/api/begin_import'
import { pageAfter } from '#http/lists/list_cursor'
import { listJson } from '#http/lists/list_json'
import { importJson } from '#http/transformers/import_json'
import { listImportsValidator } from '#http/validators/api/imports'
import { cancelImport, retryImport } from '#jobs/imports/change_import'
import { findImport, IMPORTS_DOWN, walkImports } from '#jobs/imports/find_import'
import StartImport from '#jobs/imports/start_import'

const ORDER = { name: '-id', ...IMPORTS_DOWN }

/** Files that Mediakeep fetches itself. */
@inject()
export default class ImportsController {
  constructor(private startImport: StartImport) {}

  async index(ctx: HttpContext) {
    const { request } = ctx
    const asked = await request.validateUsing(listImportsValidator, { data: request.qs() })
    const page = pageAfter(asked, ORDER)
    const imports = await walkImports({ ...page, status: asked.status })
    return listJson(ctx, imports, { order: ORDER, ...page, itemJson: importJson })
  }

  async show({ params }: HttpContext) {
    return importJson(await findImport(params.id))
  }

  async store(ctx: HttpContext) {
    return beginImport(ctx, this.startImport)
  }

  async cancel(ctx: HttpContext) {
    return importJson(await cancelImport(await findImport(ctx.params.id), apiActor(ctx)))
  }

  async retry(ctx: HttpContext) {
    const row = await retryImport(await findImport(ctx.params.id), apiActor(ctx))
    ctx.response.status(202)
    return importJson(row)
  }
}
