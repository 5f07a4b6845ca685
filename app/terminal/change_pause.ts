import app from '@adonisjs/core/services/app'
import { operatorAtTerminal } from '#accounts/actor'
import { jobTitle } from '#app/terminal/job_text'
import { jobView, type JobView } from '#app/terminal/job_view'
import PauseJob from '#jobs/life/pause_job'
import { findJob } from '#jobs/reports/find_job'

/** Pauses or resumes the job of that id. @returns it, and what is to be said. @throws JobNotFound, JobAlreadyEnded */
export async function changePause(id: string, what: 'pause' | 'resume') {
  const job = await findJob(id)
  const operation = await app.container.make(PauseJob)
  await operation[what]({ job, by: operatorAtTerminal() })
  const view = jobView(job)
  return { view, sentence: `Job ${id}, ${jobTitle(view)}: ${whatFollows(what, view)}` }
}

function whatFollows(what: 'pause' | 'resume', { status }: JobView): string {
  if (what === 'resume') return status === 'queued' ? 'waits for its turn again' : 'goes on'
  const still = status === 'queued' ? 'stands still' : 'stands still in a moment'
  return `${still}: ./ace resume lets it go on`
}
