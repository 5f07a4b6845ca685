import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { apiActor } from '#http/controllers/api/api_actor'
import { beginImport } from '#http/controllers/api/begin_import'
import { receiveVideo } from '#http/files/receive_video'
import { needScope } from '#http/middleware/scope_middleware'
import { jobJson } from '#http/transformers/job_json'
import { pageAfter } from '#http/lists/list_cursor'
import { listJson } from '#http/lists/list_json'
import {
  duplicateOfJson,
  editableOfVideo,
  videoDetailsJson,
  videoJson,
} from '#http/transformers/video_json'
import {
  editVideoValidator,
  listVideosValidator,
  uploadQueryValidator,
  uploadValidator,
} from '#http/validators/api/videos'
import { videoFilterOf } from '#http/validators/api/video_filter'
import { saysVersion, unlessChanged } from '#http/versions/versions'
import StartImport from '#jobs/imports/start_import'
import StartJob from '#jobs/life/start_job'
import { startOrJoin } from '#jobs/life/start_or_join'
import { findJob } from '#jobs/reports/find_job'
import { findPresetVersion } from '#presets/find_preset_version'
import { editVideo } from '#videos/edit_video'
import IngestVideo from '#videos/ingest_video'
import { IntakeLimits } from '#videos/intake_limits'
import { findVideo } from '#videos/find_video'
import { VIDEO_SORTS, walkVideos } from '#videos/list_videos'
import type { Actor } from '#accounts/actor'
import type { DuplicatePolicy } from '#videos/same_bytes'
import type Video from '#videos/video'

/** By their names in addresses. */
const SORTS = {
  created_at: 'created',
  title: 'title',
  duration_seconds: 'duration',
  size_bytes: 'size',
} as const

@inject()
export default class VideosController {
  constructor(
    private ingest: IngestVideo,
    private limits: IntakeLimits,
    private startJob: StartJob,
    private startImport: StartImport
  ) {}

  async index(ctx: HttpContext) {
    const { request } = ctx
    const asked = await request.validateUsing(listVideosValidator, { data: request.qs() })
    const { sort: name = '-created_at', status } = asked
    const sort = SORTS[name.replace('-', '') as keyof typeof SORTS]
    const order = { name, type: VIDEO_SORTS[sort].type, idType: 'integer' } as const
    const page = pageAfter(asked, order)
    const walk = { filter: { ...videoFilterOf(asked), status }, sort, ...page, isEndEmpty: true }
    const videos = await walkVideos({ ...walk, isDescending: name.startsWith('-') })
    return listJson(ctx, videos, { order, ...page, itemJson: videoJson })
  }

  async show(ctx: HttpContext) {
    return shown(ctx, await findVideo(ctx.params.id))
  }

  /** What people call it and how they sort it. */
  async update(ctx: HttpContext) {
    const video = await findVideo(ctx.params.id)
    const { title, tags, metadata } = await ctx.request.validateUsing(editVideoValidator)
    const isEmpty = title === null // the body parser makes null of nothing but blanks
    const check = unlessChanged(ctx, editableOfVideo)
    const edit = { video, title: isEmpty ? '' : title, tags, metadata, check, by: apiActor(ctx) }
    return shown(ctx, await editVideo(edit))
  }

  /** Takes a file and, where a preset is named, starts a job for it; JSON names a file that is fetched. */
  async store(ctx: HttpContext) {
    if (ctx.request.is(['application/json'])) return beginImport(ctx, this.startImport)
    const { ingest } = this
    const by = apiActor(ctx)
    const { maxSizeBytes } = this.limits
    const { duplicate } = await uploadQueryValidator.validate(ctx.request.qs())
    const check = checkedBy(ctx, duplicate)
    const { fields, ...taken } = await receiveVideo(ctx, { ingest, by, maxSizeBytes, check })
    const job = await this.#start(taken.video, fields, by)
    const { video, isNew, duplicateOf } = taken
    ctx.response.status(isNew ? 201 : 200).header('location', `/api/v1/videos/${video.id}`)
    return { ...videoJson(video), duplicate_of: duplicateOfJson(duplicateOf), job }
  }

  async #start(video: Video, { preset, priority }: UploadFields, by: Actor) {
    if (!preset) return null
    const jobId = await startOrJoin(this.startJob, { video, preset, priority, by })
    await video.refresh()
    return jobJson(await findJob(jobId))
  }
}

type UploadFields = Awaited<ReturnType<typeof uploadValidator.validate>>

function shown(ctx: HttpContext, video: Video) {
  saysVersion(ctx, editableOfVideo(video))
  return videoDetailsJson(video)
}

/** The preset is looked up before the file is taken: a wrong name must not leave a video behind. */
function checkedBy(ctx: HttpContext, duplicate?: DuplicatePolicy) {
  return async (fields: unknown): Promise<UploadFields> => {
    const checked = await uploadValidator.validate(fields)
    if (checked.preset) {
      needScope(ctx, 'jobs:write')
      await findPresetVersion(checked.preset)
    }
    return { ...checked, duplicate: checked.duplicate ?? duplicate }
  }
}
