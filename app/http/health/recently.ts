/** Asks at most once in a while; whoever comes in between, or while it is asked, is given the same answer. */
export function recently<T>(ask: () => Promise<T>, forMs: number): () => Promise<T> {
  let answer: Promise<T> | null = null
  return () => {
    answer ??= ask().finally(() => setTimeout(() => (answer = null), forMs).unref())
    return answer
  }
}
