import { WatermarkNotFound } from '#watermarks/errors'
import { findWatermark } from '#watermarks/find_watermark'
import { InvalidOperation, OperationNotFound, PictureNotFound } from '#jobs/errors'
import { laneOf } from '#jobs/lanes/lane'
import { OPERATIONS } from '#media/operations/operations'
import { InvalidParameter } from '#media/operations/parameters'
import { payloadVersionOf } from '#jobs/payload_version'
import { workerTagsOf } from '#presets/worker_tags'
import { findPresetVersion } from '#presets/find_preset_version'
import type { Operation } from '#media/operations/operation'
import type { Recipe } from '#media/recipe/recipe'
import type Job from '#jobs/job'
import type Video from '#videos/video'

/** A preset by its name, or an operation with parameters as they came from outside. */
export type AskedWork = ({ preset: string } | { operation: string; parameters?: unknown }) & {
  /** Only workers that have all of these, and those of the preset, take the job. */
  workerTags?: readonly string[]
}

export type PreparedWork = Pick<
  Job,
  | 'operation'
  | 'presetVersionId'
  | 'parameters'
  | 'recipe'
  | 'lane'
  | 'workerTags'
  | 'payloadVersion'
>

/**
 * What a job for this video would be told to do.
 *
 * @throws PresetNotFound, OperationNotFound, InvalidOperation, PictureNotFound
 */
export async function prepareWork(asked: AskedWork, video: Video): Promise<PreparedWork> {
  if ('preset' in asked) {
    const { id, recipe, limits } = await findPresetVersion(asked.preset)
    const needs = needsOf(recipe, limits.workerTags, asked.workerTags)
    return {
      ...{ operation: 'transcode', presetVersionId: id, parameters: {}, recipe: null },
      ...needs,
    }
  }
  const operation = findOperation(asked.operation)
  const parameters = await withPictureIds(operation, asked.parameters)
  const prepared = naming(operation.name, () => operation.prepare(parameters, video.mediaInfo))
  const needs = needsOf(prepared.recipe, asked.workerTags)
  return { operation: operation.name, presetVersionId: null, ...prepared, ...needs }
}

/** Which workers may do a recipe: `tags` of the preset and of whoever asked. Pure. */
export function needsOf(recipe: Recipe, ...tags: (readonly string[] | undefined)[]) {
  const [lane, payloadVersion] = [laneOf(recipe), payloadVersionOf(recipe)]
  return { lane, payloadVersion, workerTags: workerTagsOf(...tags) }
}

/** Checks what can be checked before the video is known. @throws as prepareWork */
export async function checkWork(asked: AskedWork): Promise<void> {
  if ('preset' in asked) return void (await findPresetVersion(asked.preset))
  const operation = findOperation(asked.operation)
  await withPictureIds(operation, asked.parameters)
}

/** Names of pictures become ids, for a name may mean another picture tomorrow. */
async function withPictureIds(operation: Operation, input: unknown): Promise<unknown> {
  const checked = naming(operation.name, () => operation.check(input))
  const given = { ...(input as Record<string, unknown> | undefined) }
  for (const [name, { kind }] of Object.entries(operation.parameters)) {
    if (kind !== 'picture' || typeof checked[name] !== 'string') continue
    given[name] = (await findPicture(operation.name, name, checked[name])).id
  }
  return given
}

async function findPicture(operation: string, parameter: string, nameOrId: string) {
  try {
    return await findWatermark(nameOrId)
  } catch (error) {
    throw error instanceof WatermarkNotFound
      ? new PictureNotFound(operation, parameter, error)
      : error
  }
}

/** For the audit: what was asked for, in short. */
export function workDetails(asked: AskedWork): Record<string, unknown> {
  const { workerTags = [] } = asked
  const needs = workerTags.length > 0 ? { workerTags } : {}
  if ('preset' in asked) return { preset: asked.preset, ...needs }
  return { operation: asked.operation, parameters: asked.parameters ?? {}, ...needs }
}

function findOperation(name: string) {
  const operation = OPERATIONS.get(name)
  if (!operation) throw new OperationNotFound(name, [...OPERATIONS.keys()])
  return operation
}

function naming<T>(operation: string, check: () => T): T {
  try {
    return check()
  } catch (error) {
    if (error instanceof InvalidParameter) throw new InvalidOperation(operation, error)
    throw error
  }
}
