import { appendFileSync, writeFileSync } from 'node:fs'

/** What the system said yes to. */
export interface AcceptedJob {
  jobId: string
  videoId: number
  clip: string
  preset: string
  isCancelAsked: boolean
}

export interface AcceptedVideo {
  videoId: number
  title: string
  clip: string
  isDeleteAsked: boolean
}

/** The client's own book, written at each answer; nothing of the system can touch it. */
export class Ledger {
  readonly jobs = new Map<string, AcceptedJob>()
  readonly videos = new Map<number, AcceptedVideo>()
  /** Titles of uploads that nobody answered, or with a 5xx: they may or may not have happened. */
  readonly openUploads = new Map<string, { clip: string; preset: string | null }>()
  /** Requests for jobs of a video that nobody answered. */
  readonly openJobs = new Map<number, { clip: string; preset: string }[]>()

  constructor(private readonly file: string) {
    writeFileSync(file, '')
  }

  acceptVideo(video: AcceptedVideo) {
    this.videos.set(video.videoId, video)
    this.#write({ accepted: 'video', ...video })
  }

  acceptJob(job: Omit<AcceptedJob, 'isCancelAsked'>) {
    this.jobs.set(job.jobId, { ...job, isCancelAsked: false })
    this.#write({ accepted: 'job', ...job })
  }

  askCancel(jobId: string) {
    const job = this.jobs.get(jobId)
    if (job) job.isCancelAsked = true
    this.#write({ asked: 'cancel', jobId })
  }

  askDelete(videoId: number) {
    const video = this.videos.get(videoId)
    if (video) video.isDeleteAsked = true
    for (const job of this.jobs.values()) if (job.videoId === videoId) job.isCancelAsked = true
    this.#write({ asked: 'delete', videoId })
  }

  leaveUploadOpen(title: string, of: { clip: string; preset: string | null }) {
    this.openUploads.set(title, of)
    this.#write({ unanswered: 'upload', title, ...of })
  }

  leaveJobOpen(videoId: number, of: { clip: string; preset: string }) {
    this.openJobs.set(videoId, [...(this.openJobs.get(videoId) ?? []), of])
    this.#write({ unanswered: 'job', videoId, ...of })
  }

  #write(line: object) {
    appendFileSync(this.file, `${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`)
  }
}
