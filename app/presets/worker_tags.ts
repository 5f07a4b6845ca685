/** Such as `gpu` or `big-memory`: what a machine has, as whoever runs it says. */
export const WORKER_TAG = /^[a-z0-9-]{1,32}$/
export const MOST_WORKER_TAGS = 8

/** All tags of the lists, each once and in one order, so that the same needs are equal. Pure. */
export function workerTagsOf(...lists: (readonly string[] | null | undefined)[]): string[] {
  return [...new Set(lists.flatMap((list) => list ?? []))].sort()
}

/**
 * Tags that somebody typed, with commas or spaces between them. Pure.
 *
 * @throws Error that names what is wrong and what would be right
 */
export function readWorkerTags(typed: string): string[] {
  const tags = workerTagsOf(typed.split(/[\s,]+/).filter(Boolean))
  const wrong = tags.find((tag) => !WORKER_TAG.test(tag))
  if (wrong !== undefined) {
    throw new Error(`"${wrong}" is no tag: give a-z, 0-9 and -, at most 32, such as gpu,big`)
  }
  if (tags.length > MOST_WORKER_TAGS) {
    throw new Error(`${tags.length} tags are too many: give at most ${MOST_WORKER_TAGS}`)
  }
  return tags
}
