import type { HttpContext } from '@adonisjs/core/http'
import { addWindow, editWindow, findWindow, removeWindow } from '#jobs/windows/change_windows'
import { consoleActor } from '#http/controllers/admin/console_actor'
import { done, unlessRefused } from '#http/controllers/admin/refusal'
import { workWindowForm, switchForm } from '#http/validators/work_windows'
import { wantedWindow } from '#http/controllers/wanted_window'

const TO = { path: '/lanes', at: 'window' } as const

/** When lanes may work. */
export default class WorkWindowsController {
  async store(ctx: HttpContext) {
    const asked = await ctx.request.validateUsing(workWindowForm)
    const added = () => addWindow({ ...wantedWindow(asked), isEnabled: true }, consoleActor(ctx))
    if (await unlessRefused(ctx, TO, added)) done(ctx, TO.path, 'The work window is added.')
  }

  async update(ctx: HttpContext) {
    const window = await findWindow(ctx.params.id)
    const { is_enabled: isEnabled } = await ctx.request.validateUsing(switchForm)
    await editWindow({ window, change: { isEnabled }, by: consoleActor(ctx) })
    done(ctx, TO.path, isEnabled ? 'The work window is on.' : 'The work window is off.')
  }

  async destroy(ctx: HttpContext) {
    await removeWindow({ window: await findWindow(ctx.params.id), by: consoleActor(ctx) })
    done(ctx, TO.path, 'The work window is removed.')
  }
}
