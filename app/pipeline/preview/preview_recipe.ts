import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from '@adonisjs/core'
import { v7 as uuidv7 } from 'uuid'
import { pictureAt } from '#media/analysis/picture_at'
import { ffmpegArguments } from '#media/command/ffmpeg_arguments'
import { MediaError } from '#media/errors'
import { findFont } from '#media/operations/find_font'
import { planEncode, type EncodePlan } from '#media/plan/encode_plan'
import { askAbilities } from '#media/run/ask_abilities'
import { runFfmpeg } from '#media/run/ffmpeg'
import { NothingToPreview, PreviewBusy, PreviewFailed } from '#pipeline/preview/errors'
import { PipelineSettings } from '#pipeline/pipeline_settings'
import { Scratch } from '#jobs/repair/scratch'
import { FileDamaged, FileMissing } from '#storage/errors'
import { MediaStore } from '#storage/media_store'
import type { Recipe } from '#media/recipe/recipe'
import type { PlannedRendition } from '#media/plan/plan_rendition'
import type Video from '#videos/video'

/** What is tried of the film, from a third of it on. */
export const SAMPLE_S = 5
const LIMITS = { softTimeMs: 60_000, hardTimeMs: 60_000, noProgressMs: 30_000, killGraceMs: 2_000 }
/** Where in the sample pictures are compared. */
const MOMENTS = [0.2, 0.5, 0.8]
const WIDTH = 640

/** In this process. */
let isBusy = false

/** The same moment in the source and in what was made of it, as JPEGs. */
export interface ComparedPictures {
  /** Seconds from the start of the film. */
  atS: number
  source: Buffer
  made: Buffer
}

export interface PreviewedRendition {
  plan: PlannedRendition
  /** Of the sample; null where the rendition is skipped. */
  sizeBytes: number | null
  /** What the whole film would take, if all of it were like the sample. */
  forecastBytes: number | null
  pictures: ComparedPictures[]
}

export interface Preview {
  startS: number
  durationS: number
  wallMs: number
  renditions: PreviewedRendition[]
}

interface Sample {
  inputPath: string
  folder: string
  startS: number
  plan: EncodePlan
  signal: AbortSignal
}

/**
 * Makes five seconds of a video by a recipe that nobody saved yet, with the engine and its limits, and keeps nothing.
 *
 * @throws NothingToPreview, PreviewBusy, PreviewFailed, StorageUnreachable
 */
@inject()
export default class PreviewRecipe {
  constructor(
    private settings: PipelineSettings,
    private store: MediaStore,
    private scratch: Scratch
  ) {}

  async handle(of: { video: Video; recipe: Recipe; signal: AbortSignal }): Promise<Preview> {
    const recipe = picturesOf(of.recipe)
    if (isBusy) throw new PreviewBusy()
    isBusy = true
    const folder = join(this.scratch.path, `preview-${uuidv7()}`)
    try {
      await mkdir(folder, { recursive: true })
      return await this.#make({ ...of, recipe, folder })
    } catch (error) {
      throw isOfThisVideo(error) || of.signal.aborted ? new PreviewFailed(error as Error) : error
    } finally {
      isBusy = false
      await rm(folder, { recursive: true, force: true })
    }
  }

  async #make(of: { video: Video; recipe: Recipe; folder: string; signal: AbortSignal }) {
    const { video, folder, signal } = of
    const startedAt = performance.now()
    const trim = sampleOf(video.durationS)
    const abilities = await askAbilities(this.settings.binaries)
    const plan = planEncode(video.mediaInfo, { ...of.recipe, trim }, { abilities })
    const inputPath = join(folder, 'original')
    await this.store.bring(video.originalKey, inputPath, signal)
    const sample = { inputPath, folder, startS: trim?.startS ?? 0, plan, signal }
    await this.#encode(sample)
    const renditions: PreviewedRendition[] = []
    for (const planned of plan.renditions) {
      renditions.push(await this.#look(planned, sample, video.durationS))
    }
    const { durationS } = plan.source
    const wallMs = Math.round(performance.now() - startedAt)
    return { startS: sample.startS, durationS, wallMs, renditions }
  }

  async #encode({ plan, inputPath, folder, signal }: Sample): Promise<void> {
    const { binaries, limits } = this.settings
    const paths = { inputPath, fontFile: await findFont(), outputDirectory: folder }
    const memoryBytes = Math.max(limits.memoryBytes, plan.memoryBytes)
    await runFfmpeg(ffmpegArguments(plan, paths), {
      binary: binaries.ffmpeg,
      durationS: plan.source.durationS,
      limits: { ...LIMITS, memoryBytes },
      signal,
    })
  }

  async #look(plan: PlannedRendition, sample: Sample, filmS: number): Promise<PreviewedRendition> {
    if (!plan.fileName) return { plan, sizeBytes: null, forecastBytes: null, pictures: [] }
    const path = join(sample.folder, plan.fileName)
    const { size: sizeBytes } = await stat(path)
    const { durationS } = sample.plan.source
    const forecastBytes = Math.round((sizeBytes / durationS) * filmS)
    const pictures: ComparedPictures[] = []
    for (const moment of MOMENTS) pictures.push(await this.#compare(path, sample, moment))
    return { plan, sizeBytes, forecastBytes, pictures }
  }

  async #compare(path: string, sample: Sample, moment: number): Promise<ComparedPictures> {
    const options = { binaries: this.settings.binaries, width: WIDTH, signal: sample.signal }
    const inS = sample.plan.source.durationS * moment
    const atS = sample.startS + inS
    const source = await pictureAt(sample.inputPath, atS, options)
    return { atS, source, made: await pictureAt(path, inS, options) }
  }
}

function isOfThisVideo(error: unknown): boolean {
  return [MediaError, FileMissing, FileDamaged].some((kind) => error instanceof kind)
}

/** The recipe without what is no picture that moves. @throws NothingToPreview */
function picturesOf(recipe: Recipe): Recipe {
  const renditions = recipe.renditions.filter(({ video, still }) => video && !still)
  if (renditions.length === 0) throw new NothingToPreview()
  return { ...recipe, renditions, poster: null, storyboard: null, hls: null, subtitles: false }
}

/** Null: the film is no longer than the sample. */
function sampleOf(durationS: number) {
  if (durationS <= SAMPLE_S) return null
  const startS = Math.min(durationS / 3, durationS - SAMPLE_S)
  return { startS, endS: startS + SAMPLE_S }
}
