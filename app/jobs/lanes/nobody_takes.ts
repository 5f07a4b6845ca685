import type { Lane } from '#jobs/lanes/lane'
import type { LiveWorker } from '#jobs/worker_registry'

/** What a worker must have to take a job. */
export interface JobNeeds {
  lane: Lane
  workerTags: readonly string[]
  payloadVersion: number
}

/**
 * Why none of these workers will ever take the job, in words; null: one may, perhaps later. Those that are full, or take
 * no work now, count as ones that may. Pure.
 */
export function nobodyTakes(needs: JobNeeds, workers: LiveWorker[]): string | null {
  const tests = testsOf(needs)
  if (workers.some((worker) => tests.every(({ passes }) => passes(worker)))) return null
  const missing = tests.filter(({ passes }) => !workers.some(passes))
  const said = workers.length === 0 || missing.length === 0 ? tests : missing
  const words = said.map((test) => test.words).filter(Boolean)
  const what = `Waits for a worker ${words.join(', ')}`.trimEnd()
  const isOld = missing.some(({ remedy }) => remedy) && workers.length > 0
  return `${what}: none is alive${isOld ? '; upgrade the workers' : ''}`
}

interface Test {
  words: string
  passes: (worker: LiveWorker) => boolean
  remedy?: boolean
}

function testsOf({ lane, workerTags, payloadVersion }: JobNeeds): Test[] {
  const tests: Test[] = [
    { words: `of the lane ${lane}`, passes: ({ lanes }) => lanes[lane].slots > 0 },
    {
      words: tagWords(workerTags),
      passes: ({ tags }) => workerTags.every((tag) => tags.includes(tag)),
    },
  ]
  if (payloadVersion === 1) return tests
  const understands = `that understands jobs of version ${payloadVersion}`
  return [
    ...tests,
    {
      words: understands,
      remedy: true,
      passes: (worker) => worker.payloadVersion >= payloadVersion,
    },
  ]
}

/** `with the tags big and gpu` */
function tagWords(tags: readonly string[]): string {
  if (tags.length === 0) return ''
  const names = new Intl.ListFormat('en').format(tags)
  return `with the ${tags.length === 1 ? 'tag' : 'tags'} ${names}`
}
