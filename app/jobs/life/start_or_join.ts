import { JobAlreadyActive } from '#jobs/errors'
import type StartJob from '#jobs/life/start_job'
import type { JobRequest } from '#jobs/life/start_job'

/** Asks for a job where the same work may wait or run already, which is as good. @returns its id. @throws as StartJob */
export async function startOrJoin(startJob: StartJob, request: JobRequest): Promise<string> {
  try {
    return (await startJob.handle(request)).id
  } catch (error) {
    if (error instanceof JobAlreadyActive) return error.jobId
    throw error
  }
}
