import logger from '@adonisjs/core/services/logger'
import { inSpan } from '#tracing/tracer'
import type { FfmpegEnd } from '#media/run/ffmpeg'

/** An encode as a span and as lines of the log, with what it cost however it ended. */
export async function traceFfmpeg<T>(
  argv: string[],
  run: (onEnd: (ended: FfmpegEnd) => void) => Promise<T>
): Promise<T> {
  logger.debug({ argv }, 'ffmpeg begins')
  return inSpan({ name: 'ffmpeg' }, (span) =>
    run((ended) => {
      const { exit, cpuS, wallMs, peakMemoryBytes, outTimeS } = ended
      logger.info({ exit, cpuS, wallMs, peakMemoryBytes, outTimeS }, 'ffmpeg ended')
      span?.set({
        'process.executable.name': 'ffmpeg',
        'process.exit.code': /^\d+$/.test(exit) ? Number(exit) : undefined,
        'mediakeep.exit': exit,
        'mediakeep.cpu_s': cpuS,
        'mediakeep.peak_memory_bytes': peakMemoryBytes,
        'mediakeep.made_s': outTimeS,
      })
    })
  )
}
