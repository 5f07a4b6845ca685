import prettyBytes from 'pretty-bytes'
import Rendition from '#videos/rendition'
import type { JobView } from '#app/terminal/job_view'

/** What a completed job made, a line each, with the reason for how it was made. */
export async function renditionLines(job: JobView): Promise<string[]> {
  if (job.status !== 'completed') return []
  const renditions = await Rendition.query().where('job_id', job.id).orderBy('id')
  return renditions.map(({ name, width, height, sizeBytes, decision, reason }) => {
    const picture = width === null ? '' : `${width}×${height}, `
    return `  ${name}: ${picture}${prettyBytes(sizeBytes)} (${decision}: ${reason})`
  })
}
