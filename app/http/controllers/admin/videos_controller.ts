import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import Video from '#videos/video'
import IngestVideo from '#videos/ingest_video'
import { fittingPreset } from '#jobs/life/fitting_preset'
import StartJob from '#jobs/life/start_job'
import { IntakeLimits } from '#videos/intake_limits'
import { drawHistogram, drawLoudness } from '#http/controllers/admin/analysis_plots'
import { text } from '#http/controllers/admin/page_query'
import { playerChoices, type PlayerChoice } from '#http/controllers/admin/player_choices'
import { done, isRefusal, unlessRefused } from '#http/controllers/admin/refusal'
import { receiveVideo } from '#http/files/receive_video'
import { listWatermarks } from '#watermarks/find_watermark'
import { editVideo } from '#videos/edit_video'
import { findVideo } from '#videos/find_video'
import { listJobs } from '#jobs/reports/list_jobs'
import { defaultViewOf } from '#videos/saved_views'
import { presetsOnOffer } from '#presets/presets_on_offer'
import { videoPage } from '#http/controllers/admin/video_page'
import { videoQuery } from '#http/controllers/admin/video_query'
import { videoTimeline } from '#http/controllers/admin/video_timeline'

const editFields = vine.create({
  title: vine.string().maxLength(1_000).nullable(),
  tags: vine.string().maxLength(2_000).nullable(),
})

const uploadFields = vine.create({ preset: vine.string().maxLength(63).nullable().optional() })

const JOBS_SHOWN = 20

const NOTHING_FITS =
  'It is kept. What was chosen can make nothing of it: open the video and choose something else.'

/** What we hold. */
@inject()
export default class VideosController {
  constructor(
    private ingestVideo: IngestVideo,
    private startJob: StartJob,
    private limits: IntakeLimits
  ) {}

  async index(ctx: HttpContext) {
    const userId = ctx.auth.use('web').user!.id
    const isPlain = Object.keys(ctx.request.qs()).length === 0
    const opensWith = isPlain ? await defaultViewOf(userId) : null
    if (opensWith?.query) return ctx.response.redirect().toPath(`/videos?${opensWith.query}`)
    const seen = await videoPage(ctx, videoQuery(ctx), userId)
    const { maxSizeBytes } = this.limits
    return ctx.view.render('pages/admin/videos/index', { ...seen, maxSizeBytes })
  }

  async show({ params, request, view }: HttpContext) {
    const video = await findVideo(params.id)
    await video.load('renditions', (renditions) =>
      renditions.orderByRaw('height desc nulls last, id')
    )
    const [jobs, presets, watermarks, timeline] = await Promise.all([
      listJobs({ videoId: video.id, page: 1, perPage: JOBS_SHOWN }),
      presetsOnOffer(),
      listWatermarks(),
      videoTimeline(video),
    ])
    const choices = playerChoices(video)
    const playing = chosen(choices, text(request.input('play')))
    return view.render('pages/admin/videos/show', {
      ...{ video, jobs, presets, watermarks, timeline, choices, playing },
      ...{ drawHistogram, drawLoudness },
    })
  }

  /** What people call it, and its tags with commas between them. */
  async update(ctx: HttpContext) {
    const video = await findVideo(ctx.params.id)
    const { title, tags } = await ctx.request.validateUsing(editFields)
    const by = ctx.auth.use('web').user!.asActor('console')
    const to = { path: `/videos/${video.id}`, at: 'page' } as const
    const edit = { video, title: title ?? '', tags: (tags ?? '').split(','), by }
    if (await unlessRefused(ctx, to, () => editVideo(edit))) done(ctx, to.path, 'It is saved.')
  }

  /** Takes one file of a drop; answers in words, for the page shows them next to the file. */
  async store(ctx: HttpContext) {
    try {
      const { video, ...rest } = await this.#take(ctx)
      return ctx.response.created({ url: `/videos/${video.id}`, title: video.title, ...rest })
    } catch (error) {
      if (!isRefusal(error)) throw error
      return ctx.response.status(error.status).send({ message: error.message })
    }
  }

  /** Presets with a bar between them are tried in turn: a song in a drop of films gets the one for sound. */
  async #take(ctx: HttpContext): Promise<TakenVideo> {
    const by = ctx.auth.use('web').user!.asActor('console')
    const { video, fields, duplicateOf } = await receiveVideo(ctx, {
      ingest: this.ingestVideo,
      by,
      check: async (given) => ({ title: null, ...(await uploadFields.validate(given)) }),
      maxSizeBytes: this.limits.maxSizeBytes,
    })
    const same = duplicateOf === null ? {} : { same: `/videos/${duplicateOf}` }
    if (!fields.preset) return { video, ...same }
    const preset = await fittingPreset(fields.preset.split('|'), video)
    if (preset) await this.startJob.handle({ video, preset, by })
    return { video, ...same, ...(!preset && { words: NOTHING_FITS }) }
  }
}

interface TakenVideo {
  video: Video
  /** What the sender should know though it was taken. */
  words?: string
  /** The page of a video that had the same bytes before. */
  same?: string
}

/** What the player shows first: what was chosen, else the best rendition, else nothing. */
function chosen(choices: PlayerChoice[], name: string | undefined) {
  return choices.find(({ rendition }) => rendition.name === name) ?? choices.at(0) ?? null
}
