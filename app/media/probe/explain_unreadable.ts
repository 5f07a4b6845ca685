import { looksEncrypted } from './encryption.js'
import { MediaError } from '../errors.js'
import { topLevelBoxes, type Box } from './mp4_boxes.js'

const FROM_COMPLAINT: { pattern: RegExp; code: 'INPUT_MANIFEST' | 'INPUT_TOO_LARGE' }[] = [
  { pattern: /not on whitelist|not in whitelist/i, code: 'INPUT_MANIFEST' },
  {
    pattern: /exceeds specified max pixel count|Picture size .* is invalid/,
    code: 'INPUT_TOO_LARGE',
  },
]

/** Why a file that ffprobe refused to open cannot be opened. */
export async function explainUnreadable(
  path: string,
  seen: { sizeBytes: number; complaints: string }
): Promise<MediaError> {
  const evidence = seen.complaints
  const told = FROM_COMPLAINT.find(({ pattern }) => pattern.test(seen.complaints))
  if (told) return new MediaError(told.code, { evidence })

  const cut = cutOff(await topLevelBoxes(path), seen.sizeBytes)
  if (cut) return new MediaError('INPUT_TRUNCATED', { detail: cut, evidence })
  if (await looksEncrypted(path, seen.sizeBytes)) {
    return new MediaError('INPUT_ENCRYPTED', { detail: 'its bytes look enciphered', evidence })
  }
  return new MediaError('INPUT_UNREADABLE', { evidence })
}

/** An MP4 whose data runs past its end never got as far as its index. */
function cutOff(boxes: Box[], sizeBytes: number): string | null {
  const data = boxes.find(({ type }) => type === 'mdat')
  const hasIndex = boxes.some(({ type }) => type === 'moov' || type === 'moof')
  if (!data || hasIndex || data.offset + data.size <= sizeBytes) return null
  const missing = data.offset + data.size - sizeBytes
  return `${missing} bytes and the index (moov) are missing`
}
