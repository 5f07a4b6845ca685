import { Exception } from '@adonisjs/core/exceptions'
import vine from '@vinejs/vine'
import { priority, text } from '#http/validators/api/rules'
import { DUPLICATE_POLICIES } from '#videos/same_bytes'

const metadata = vine.create({
  title: text(255).optional(),
  priority: priority().optional(),
  duplicate: vine.enum(DUPLICATE_POLICIES).optional(),
})

class MetadataRefused extends Exception {
  static status = 422
  static code = 'E_VALIDATION'
}

/** What is said of an upload besides its name and preset. @throws MetadataRefused */
export async function readMetadata(sent: Record<string, string | null>) {
  const { title, priority: wanted, duplicate } = sent
  const said = {
    title: title ?? undefined,
    priority: wanted ?? undefined,
    duplicate: duplicate ?? undefined,
  }
  const read = await metadata.validate(said).catch((error) => {
    const faults = error.messages as { message: string }[] | undefined
    throw new MetadataRefused(faults?.map(({ message }) => message).join(', ') ?? error.message)
  })
  const { title: kept = null, priority: turn = 0, duplicate: policy = 'allow' as const } = read
  return { title: kept, priority: turn, duplicate: policy }
}
