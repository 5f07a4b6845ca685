import Watermark from '#watermarks/watermark'
import { WatermarkNotFound } from '#watermarks/errors'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const NAMES_TOLD = 20

/** The watermark of that id or name, in any case. @throws WatermarkNotFound naming those that exist */
export async function findWatermark(nameOrId: string): Promise<Watermark> {
  const asked = nameOrId.trim()
  const byId = UUID.test(asked) ? await Watermark.find(asked) : null
  const found = byId ?? (await watermarkNamed(asked))
  if (!found) throw new WatermarkNotFound(nameOrId, await someNames())
  return found
}

/** The watermark of that name, or null. */
export function watermarkNamed(name: string): Promise<Watermark | null> {
  return Watermark.query().whereRaw('lower(name) = lower(?)', [name]).first()
}

/** All of them, by name: they are logos, there are few. */
export function listWatermarks(): Promise<Watermark[]> {
  return Watermark.query().orderByRaw('lower(name)')
}

async function someNames(): Promise<string[]> {
  const some = await Watermark.query().orderByRaw('lower(name)').limit(NAMES_TOLD)
  return some.map(({ name }) => name)
}
