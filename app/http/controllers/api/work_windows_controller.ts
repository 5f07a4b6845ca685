import type { HttpContext } from '@adonisjs/core/http'
import { apiActor } from '#http/controllers/api/api_actor'
import { wantedWindow } from '#http/controllers/wanted_window'
import { workWindowJson } from '#http/transformers/work_window_json'
import { switchForm, workWindowForm } from '#http/validators/work_windows'
import { addWindow, editWindow, findWindow, removeWindow } from '#jobs/windows/change_windows'
import { laneWindows } from '#jobs/windows/lane_windows'

/** When lanes may work. */
export default class WorkWindowsController {
  async index() {
    return { data: (await laneWindows()).map(workWindowJson) }
  }

  async store(ctx: HttpContext) {
    const asked = await workWindowForm.validate(ctx.request.body())
    ctx.response.status(201)
    return workWindowJson(await addWindow(wantedWindow(asked), apiActor(ctx)))
  }

  /** Whole, or `is_enabled` alone. */
  async update(ctx: HttpContext) {
    const window = await findWindow(ctx.params.id)
    const body = ctx.request.body()
    const isSwitch = Object.keys(body).join() === 'is_enabled'
    const change = isSwitch
      ? { isEnabled: (await switchForm.validate(body)).is_enabled }
      : wantedWindow(await workWindowForm.validate(body))
    return workWindowJson(await editWindow(window, change, apiActor(ctx)))
  }

  async destroy(ctx: HttpContext) {
    await removeWindow(await findWindow(ctx.params.id), apiActor(ctx))
    ctx.response.status(204).send(null)
  }
}
