import { WrongUsage } from '#app/terminal/errors'
import { readWorkerTags } from '#presets/worker_tags'

/** What `--worker-tags gpu,big` asks for; left out: none. @throws WrongUsage */
export function workerTagsFlag(typed: string | undefined): string[] | undefined {
  if (typed === undefined) return undefined
  try {
    return readWorkerTags(typed)
  } catch (error) {
    throw new WrongUsage(`--worker-tags: ${(error as Error).message}`)
  }
}
