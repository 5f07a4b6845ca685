import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import app from '@adonisjs/core/services/app'
import { mediakeep } from '#accounts/actor'
import ProcessJob from '#pipeline/process_job'
import IngestVideo from '#videos/ingest_video'

/** A video made of a local clip, without going through the API. */
export async function ingestClip(path: string, title: string | null = null) {
  const ingest = await app.container.make(IngestVideo)
  const content = Readable.from([await readFile(path)])
  return ingest.handle({ content, originalName: 'clip.mp4', title, by: mediakeep('system') })
}

/** Runs a job here and now, as a worker would. @returns what became of it */
export async function runJob(jobId: string) {
  const processJob = await app.container.make(ProcessJob)
  const workerStops = new AbortController().signal
  return processJob.handle({ jobId, workerId: 'test', workerStops })
}
