import pLimit from 'p-limit'
import { SystemRefused } from '#app/terminal/bench/pipeline/errors'
import type { JobEnds } from '#app/terminal/bench/pipeline/job_ends'
import type { JobOutcome } from '#app/terminal/bench/pipeline/job_outcome'
import type { SystemClient, ToldJob, ToldVideo } from '#app/terminal/bench/pipeline/system_client'

export interface Turn {
  client: SystemClient
  ends: JobEnds
  file: string
  preset: string
  jobs: number
  /** Uploads and their jobs at once. */
  concurrent: number
  /** Begins nothing more and waits for nothing more. */
  signal: AbortSignal
  onVideo: (video: ToldVideo) => void
  onOutcome: (outcome: JobOutcome) => void
}

/** Sends the file so many times, each with its job, and waits for their ends. */
export async function runTurn(turn: Turn): Promise<JobOutcome[]> {
  const limit = pLimit(turn.concurrent)
  const all = Array.from({ length: turn.jobs }, () => limit(() => runOne(turn)))
  return (await Promise.all(all)).filter((outcome) => outcome !== null)
}

/** Null where it was not begun any more. */
async function runOne(turn: Turn): Promise<JobOutcome | null> {
  if (turn.signal.aborted) return null
  const outcome = await uploadAndWait(turn)
  turn.onOutcome(outcome)
  return outcome
}

async function uploadAndWait({ client, ends, file, preset, signal, onVideo }: Turn) {
  const sent = await client.upload(file, preset).catch(refusal)
  if ('status' in sent) return sent
  const { video, uploadS } = sent
  onVideo(video)
  const jobId = video.job!.id
  try {
    return outcomeOf(video.id, uploadS, await endedJob({ client, ends, jobId, signal }))
  } catch (error) {
    if (!signal.aborted) throw error
    const unknown = { queueWaitS: null, processingS: null, cause: null }
    return { status: 'unfinished', videoId: video.id, jobId, uploadS, ...unknown } as const
  }
}

/** @throws where it was nobody's refusal */
function refusal(error: unknown): JobOutcome {
  if (!(error instanceof SystemRefused)) throw error
  const cause = { code: error.reason, message: error.message }
  const unknown = { videoId: null, jobId: null, uploadS: null, queueWaitS: null, processingS: null }
  return { status: 'refused', ...unknown, cause }
}

interface Awaited {
  client: SystemClient
  ends: JobEnds
  jobId: string
  signal: AbortSignal
}

async function endedJob({ client, ends, jobId, signal }: Awaited): Promise<ToldJob> {
  await ends.of(jobId, signal)
  return client.job(jobId)
}

function outcomeOf(videoId: number, uploadS: number, job: ToldJob): JobOutcome {
  const startedAt = job.attempts[0]?.started_at ?? null
  return {
    status: job.status as JobOutcome['status'],
    videoId,
    jobId: job.id,
    uploadS,
    queueWaitS: startedAt === null ? null : secondsBetween(job.queued_at, startedAt),
    processingS: startedAt && job.finished_at ? secondsBetween(startedAt, job.finished_at) : null,
    cause: job.cause,
  }
}

function secondsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 1000
}
