import logger from '@adonisjs/core/services/logger'
import Video from '#videos/video'
import { analyse } from '#media/analysis/analyse'
import type { PipelineSettings } from '#pipeline/pipeline_settings'

/**
 * Looks closer at an original, once in a video's life, and keeps what it found with the video. Never fails: a video
 * without an analysis is still a video, and the next job tries again.
 */
export async function analyseOriginal(
  settings: PipelineSettings,
  of: { video: Video; inputPath: string; signal: AbortSignal }
): Promise<void> {
  const { video, inputPath, signal } = of
  if (video.analysis) return
  try {
    const analysis = await analyse(inputPath, video.mediaInfo, {
      binaries: settings.binaries,
      signal,
    })
    await Video.query()
      .where('id', video.id)
      .update({ analysis: JSON.stringify(analysis) })
  } catch (error) {
    if (!signal.aborted) logger.warn({ err: error, videoId: video.id }, 'no analysis was made')
  }
}
