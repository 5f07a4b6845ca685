import { cpus, platform, release, totalmem } from 'node:os'
import { basename } from 'node:path'
import { BenchImpossible } from '#app/terminal/bench/pipeline/errors'
import { rounded } from '#app/terminal/bench/pipeline/rounded'
import { JobEnds } from '#app/terminal/bench/pipeline/job_ends'
import { runPlainFfmpeg } from '#app/terminal/bench/pipeline/plain_ffmpeg'
import {
  measuredReport,
  type MeasuredTurn,
  type PipelineReport,
} from '#app/terminal/bench/pipeline/pipeline_report'
import { runTurn } from '#app/terminal/bench/pipeline/run_turn'
import { sharesOf } from '#app/terminal/bench/pipeline/shares_of'
import { VideosMade } from '#app/terminal/bench/pipeline/videos_made'
import type { JobOutcome } from '#app/terminal/bench/pipeline/job_outcome'
import type { SystemClient, ToldVideo } from '#app/terminal/bench/pipeline/system_client'

export interface PipelineRequest {
  client: SystemClient
  /** Whole path. */
  file: string
  preset: string
  jobs: number
  concurrent: number
  /** In how many turns; of each, plain ffmpeg has its own after it. */
  turns: number
  /** The program to compare with; null: no comparison. */
  ffmpeg: string | null
  /** Leave the videos in the system. */
  isKept: boolean
  /** Aborted: no more is begun, what was made is deleted. */
  signal: AbortSignal
  /** Aborted: that is not deleted either. */
  urgent: AbortSignal
  display: PipelineDisplay
}

export interface PipelineDisplay {
  ended(outcome: JobOutcome): void
  does(words: string): void
  /** These videos are still in the system. */
  remain(videoIds: number[]): void
}

/** Sends a file to a running system again and again and measures what becomes of it. @throws BenchImpossible, SystemRefused */
export async function benchPipeline(request: PipelineRequest): Promise<PipelineReport> {
  const bench = new PipelineBench(request)
  try {
    return await bench.run()
  } finally {
    await bench.end()
    if (bench.remaining.length > 0) request.display.remain(bench.remaining)
  }
}

class PipelineBench {
  readonly #videos: VideosMade
  #ends: JobEnds | null = null
  #video: ToldVideo | null = null
  #notCompared: string | null = null

  constructor(private request: PipelineRequest) {
    this.#videos = new VideosMade(request)
  }

  async run(): Promise<PipelineReport> {
    const { client, jobs, concurrent, signal } = this.request
    const startedAt = new Date().toISOString()
    const workers = await this.#workers()
    const version = await client.version()
    const atOnce = Math.min(workers.slots, concurrent)
    this.#ends = await JobEnds.open(client)
    const measured: MeasuredTurn[] = []
    for (const share of this.#shares()) {
      if (!signal.aborted) measured.push(await this.#turn(share, atOnce))
    }
    await this.end()
    const { counts, ...figures } = measuredReport(measured, atOnce)
    return rounded({
      schema: 1,
      mediakeep: { version, url: client.url },
      started_at: startedAt,
      machine: machineFacts(),
      workers,
      video: this.#videoFacts(),
      preset: this.request.preset,
      concurrent,
      jobs: { asked: jobs, ...counts },
      ...figures,
      not_compared: figures.plain_ffmpeg ? null : this.#notCompared,
      is_interrupted: signal.aborted,
      remaining_video_ids: this.#videos.remaining,
    })
  }

  /** Deletes what is left. */
  async end(): Promise<void> {
    this.#ends?.close()
    await this.#videos.deleteAll()
  }

  get remaining(): number[] {
    return this.#videos.remaining
  }

  async #workers(): Promise<PipelineReport['workers']> {
    const workers = await this.request.client.workers()
    const slots = workers.reduce((sum, { lanes }) => sum + lanes.encode.slots, 0)
    if (slots > 0) return { count: workers.length, slots }
    throw new BenchImpossible('No worker takes films there: start one with ./ace work')
  }

  #shares(): number[] {
    const { jobs, turns, ffmpeg, concurrent } = this.request
    return sharesOf(jobs, { turns: ffmpeg ? turns : 1, unit: concurrent })
  }

  async #turn(jobs: number, atOnce: number): Promise<MeasuredTurn> {
    const { display } = this.request
    display.does('Mediakeep')
    const startedAt = performance.now()
    const outcomes = await runTurn({
      ...this.request,
      ends: this.#ends!,
      jobs,
      onVideo: (video) => this.#noteVideo(video),
      onOutcome: (outcome) => display.ended(outcome),
    })
    const systemS = (performance.now() - startedAt) / 1000
    const command = await this.#commandOf(outcomes)
    await this.#videos.deleteAll()
    return { outcomes, systemS, plainS: command && (await this.#plain(command, jobs, atOnce)) }
  }

  async #plain(command: string[], runs: number, atOnce: number): Promise<number | null> {
    const { ffmpeg, file, signal, display } = this.request
    display.does('plain ffmpeg')
    try {
      return await runPlainFfmpeg({ command, ffmpeg: ffmpeg!, file, runs, atOnce, signal })
    } catch (error) {
      if (!signal.aborted) throw error
      return null
    }
  }

  /** Of a turn in which every job completed; to compare another would compare less work. */
  async #commandOf(outcomes: JobOutcome[]): Promise<string[] | null> {
    const { ffmpeg, client, signal } = this.request
    if (!ffmpeg || signal.aborted) return null
    const isWhole = outcomes.every(({ status }) => status === 'completed')
    if (!isWhole) this.#notCompared = 'not all jobs completed'
    const command = isWhole ? await client.commandOf(outcomes[0].jobId!) : null
    if (isWhole && !command) this.#notCompared = 'the jobs ran no ffmpeg'
    return command
  }

  #noteVideo(video: ToldVideo) {
    this.#video ??= video
    this.#videos.add(video.id)
  }

  #videoFacts(): PipelineReport['video'] {
    const name = basename(this.request.file)
    return { name, facts: this.#video && factsOf(this.#video) }
  }
}

function machineFacts(): PipelineReport['machine'] {
  return {
    cores: cpus().length,
    cpu: cpus()[0]?.model ?? 'unknown',
    memory_bytes: totalmem(),
    platform: `${platform()} ${release()}`,
    node: process.version,
  }
}

const FACTS = [
  ...['size_bytes', 'container', 'duration_seconds', 'width', 'height'],
  ...['frame_rate', 'video_codec', 'audio_codec'],
]

function factsOf(video: ToldVideo): PipelineReport['video']['facts'] {
  const facts = Object.entries(video).filter(([name]) => FACTS.includes(name))
  return Object.fromEntries(facts) as unknown as PipelineReport['video']['facts']
}
