import Job from '#jobs/job'
import { auditTrail, type AuditedAct } from '#accounts/audit_trail'
import type Video from '#videos/video'

const ACTS_SHOWN = 30

const WORDS: Record<string, string> = {
  'video.added': 'added the video',
  'video.linked': 'made links for people without an account',
  'job.started': 'started a job',
  'job.cancelled': 'cancelled a job',
  'job.retried': 'retried a job',
  'job.worker_lost': 'took a job from a worker that vanished',
  'video.status_corrected': 'corrected the video’s status',
  'attempt.closed': 'closed an attempt that was left open',
}

export interface TimelineEntry extends AuditedAct {
  words: string
  jobId: string | null
}

/** What people and Mediakeep did to a video and to its jobs, the newest first. */
export async function videoTimeline(video: Video): Promise<TimelineEntry[]> {
  const jobs = await Job.query().select('id').where('video_id', video.id)
  const subjects = [
    { type: 'video', ids: [String(video.id)] },
    { type: 'job', ids: jobs.map((job) => job.id) },
  ]
  const acts = await auditTrail(subjects, ACTS_SHOWN)
  return acts.map((act) => ({
    ...act,
    words: WORDS[act.action] ?? act.action.replace('.', ' '),
    jobId: act.subjectType === 'job' ? act.subjectId : null,
  }))
}
