import type { HttpContext } from '@adonisjs/core/http'
import { apiActor } from '#http/controllers/api/api_actor'
import { wantedWindow } from '#http/controllers/wanted_window'
import { workWindowJson } from '#http/transformers/work_window_json'
import { switchForm, workWindowForm } from '#http/validators/work_windows'
import { saysVersion, unlessChanged } from '#http/versions/versions'
import { addWindow, editWindow, findWindow, removeWindow } from '#jobs/windows/change_windows'
import { laneWindows, type LaneWindow } from '#jobs/windows/lane_windows'

/** When lanes may work. */
export default class WorkWindowsController {
  async index() {
    return { data: (await laneWindows()).map(workWindowJson) }
  }

  async show(ctx: HttpContext) {
    return shown(ctx, await findWindow(ctx.params.id))
  }

  async store(ctx: HttpContext) {
    const asked = await workWindowForm.validate(ctx.request.body())
    const window = await addWindow(wantedWindow(asked), apiActor(ctx))
    ctx.response.status(201).header('location', `/api/v1/queue/windows/${window.id}`)
    return shown(ctx, window)
  }

  /** Whole, or `is_enabled` alone. */
  async update(ctx: HttpContext) {
    const window = await findWindow(ctx.params.id)
    const body = ctx.request.body()
    const isSwitch = Object.keys(body).join() === 'is_enabled'
    const change = isSwitch
      ? { isEnabled: (await switchForm.validate(body)).is_enabled }
      : wantedWindow(await workWindowForm.validate(body))
    const check = unlessChanged(ctx, workWindowJson)
    return shown(ctx, await editWindow({ window, change, check, by: apiActor(ctx) }))
  }

  async destroy(ctx: HttpContext) {
    const window = await findWindow(ctx.params.id)
    const check = unlessChanged(ctx, workWindowJson)
    await removeWindow({ window, check, by: apiActor(ctx) })
    ctx.response.status(204).send(null)
  }
}

function shown(ctx: HttpContext, window: LaneWindow) {
  const json = workWindowJson(window)
  saysVersion(ctx, json)
  return json
}
