import logger from '@adonisjs/core/services/logger'
import { drawWaveform } from '#media/analysis/draw_waveform'
import type { EncodePlan } from '#media/plan/encode_plan'
import type { PipelineSettings } from '#pipeline/pipeline_settings'

export interface Drawing {
  plan: EncodePlan
  inputPath: string
  /** The attempt's own; the poster lies in it afterwards. */
  folder: string
  signal: AbortSignal
}

/**
 * Draws the poster that is planned for sound alone; those of pictures are made with the renditions. Never fails: what
 * has no poster is published without one.
 */
export async function drawPoster({ binaries }: PipelineSettings, drawing: Drawing): Promise<void> {
  const { plan, inputPath, folder, signal } = drawing
  if (plan.poster?.kind !== 'waveform') return
  try {
    await drawWaveform(plan.poster, { inputPath, outputDirectory: folder }, { binaries, signal })
  } catch (error) {
    if (!signal.aborted) logger.warn({ err: error, inputPath }, 'no waveform was drawn')
  }
}
