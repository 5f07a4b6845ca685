import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import PreviewRecipe from '#pipeline/preview/preview_recipe'
import { readDraft } from '#http/controllers/admin/preset_draft'
import { isRefusal } from '#http/controllers/admin/refusal'
import { findVideo } from '#videos/find_video'
import type { FormValues } from '#http/preset_form/preset_form'

const PAGE = 'partials/presets/preview'

/** Five seconds of a video by the recipe in the editor, saved or not. */
@inject()
export default class PresetPreviewsController {
  constructor(private previewRecipe: PreviewRecipe) {}

  /** Answers with a part of a page, also where it refuses. */
  async store(ctx: HttpContext) {
    const form = ctx.request.body() as FormValues
    const { draft, faults } = await readDraft(form, String(form.name ?? 'preview'))
    if (!draft) return refuse(ctx, 422, faults.map(({ message }) => message).join(' '))
    const id = Number(form.sample_video)
    if (!Number.isInteger(id)) return refuse(ctx, 422, 'Choose a video to try it on.')
    try {
      const video = await findVideo(id)
      const { recipe } = draft
      const preview = await this.previewRecipe.handle({ video, recipe, signal: leaving(ctx) })
      return ctx.view.render(PAGE, { preview, video, refusal: null })
    } catch (error) {
      const isGone = (error as { status?: number }).status === 404
      if (!isRefusal(error) && !isGone) throw error
      return refuse(ctx, (error as { status: number }).status, (error as Error).message)
    }
  }
}

function refuse(ctx: HttpContext, status: number, refusal: string) {
  ctx.response.status(status)
  return ctx.view.render(PAGE, { refusal, preview: null, video: null })
}

/** Aborted when the person goes away: nobody would see it. */
function leaving({ response }: HttpContext): AbortSignal {
  const gone = new AbortController()
  response.response.once('close', () => gone.abort())
  return gone.signal
}
