import { causeJson } from '#http/transformers/cause_json'
import type { DeadLetterGroup } from '#jobs/reports/dead_letters'

/** Failed jobs of one cause, with the one that failed last as a sample. */
export function deadLetterGroupJson(group: DeadLetterGroup) {
  const { jobId, message, evidence } = group.sample
  return {
    cause: causeJson(group.cause, message),
    jobs: group.jobs,
    videos: group.videos,
    first_at: group.firstAt.toISOString(),
    last_at: group.lastAt.toISOString(),
    sample: { job_id: jobId, message, evidence },
  }
}
