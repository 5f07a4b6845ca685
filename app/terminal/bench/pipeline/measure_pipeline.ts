import { writeFile } from 'node:fs/promises'
import { PipelineBar } from '#app/terminal/bench/pipeline/pipeline_bar'
import { benchPipeline, type PipelineRequest } from '#app/terminal/bench/pipeline/pipeline_bench'
import { systemToMeasure, type SystemAsked } from '#app/terminal/bench/pipeline/system_to_measure'
import { namedSettings } from '#embedded/named_settings'
import { listenForStop } from '#embedded/supervision/stop_request'
import type { PipelineReport } from '#app/terminal/bench/pipeline/pipeline_report'

type Asked = Pick<PipelineRequest, 'file' | 'preset' | 'jobs' | 'concurrent' | 'turns' | 'isKept'>

export interface PipelineAsked extends SystemAsked, Asked {
  isCompared: boolean
  /** Null: nowhere. */
  outputPath: string | null
}

/** Measures at the terminal: with a bar, until Ctrl-C. @throws WrongUsage, BenchImpossible, SystemRefused */
export async function measurePipeline(asked: PipelineAsked): Promise<PipelineReport> {
  const system = await systemToMeasure(asked)
  const stop = listenForStop()
  const display = new PipelineBar(asked.jobs)
  try {
    const ffmpeg = asked.isCompared ? (namedSettings().FFMPEG_BINARY ?? 'ffmpeg') : null
    const request = { ...asked, ...stop, client: system.client, ffmpeg, display }
    const report = await benchPipeline(request)
    if (asked.outputPath) await writeFile(asked.outputPath, `${JSON.stringify(report, null, 2)}\n`)
    return report
  } finally {
    display.stop()
    stop.forget()
    await system.end()
  }
}
