import { encode, type Bench } from '#app/terminal/bench/bench'
import { MediaError } from '#media/errors'
import type { Recipe } from '#media/recipe/recipe'

/** Does something while so many encodes run, as workers run them, without end. */
export async function whileEncoding<T>(
  of: { bench: Bench; recipe: Recipe; folders: string[] },
  work: () => Promise<T>
): Promise<T> {
  const stop = new AbortController()
  const signal = AbortSignal.any([stop.signal, of.bench.signal])
  const encodes = of.folders.map(async (folder) => {
    for (;;) await encode({ ...of.bench, signal }, of.recipe, folder)
  })
  const failed = Promise.all(encodes).catch((error) => {
    if (!(error instanceof MediaError && error.code === 'ABORTED')) throw error
    return new Promise<never>(() => {})
  })
  try {
    return await Promise.race([work(), failed as Promise<never>])
  } finally {
    stop.abort()
    await Promise.allSettled(encodes)
  }
}
