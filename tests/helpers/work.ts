import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename } from 'node:path'
import app from '@adonisjs/core/services/app'
import { claimJob } from '#jobs/life/claim_job'
import StartJob from '#jobs/life/start_job'
import ProcessJob from '#pipeline/process_job'
import IngestVideo from '#videos/ingest_video'
import { mediakeep } from '#accounts/actor'
import type Job from '#jobs/job'
import type Video from '#videos/video'

const BY = mediakeep('system')

/** Takes a file in as an upload would. */
export async function ingest(path: string, originalName = basename(path)): Promise<Video> {
  const ingestVideo = await app.container.make(IngestVideo)
  const file = { content: createReadStream(path), originalName, title: null, by: BY }
  return (await ingestVideo.handle(file)).video
}

export async function startJob(video: Video, preset = 'mobile'): Promise<Job> {
  const start = await app.container.make(StartJob)
  return start.handle({ video, preset, by: BY })
}

/** Runs one attempt in this process, as a worker would on a reminder. */
export async function workOn(job: Job, workerStops = new AbortController().signal) {
  const processJob = await app.container.make(ProcessJob)
  const lease = await claimJob(job.id, 'test-worker')
  return lease ? processJob.handle(lease, workerStops) : 'not_claimed'
}

/** Names in a folder; none where there is no such folder. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}
