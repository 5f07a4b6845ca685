import { DateTime } from 'luxon'
import type { HttpContext } from '@adonisjs/core/http'
import { videoStatusJson } from '#http/transformers/video_status_json'
import { latestJob } from '#jobs/reports/latest_job'
import { findVideo } from '#videos/find_video'

export default class VideoStatusController {
  async show({ params }: HttpContext) {
    const video = await findVideo(params.id)
    return videoStatusJson(video, await latestJob(video.id), DateTime.now())
  }
}
