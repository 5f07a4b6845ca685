import { looksEncrypted } from './encryption.js'
import { MediaError } from '../errors.js'
import { topLevelBoxes, type Box } from './mp4_boxes.js'
import { readHead } from './read_head.js'

const TOO_LARGE = /exceeds specified max pixel count|Picture size .* is invalid/
const NOT_TAKEN = /not on whitelist|not in whitelist/i
/** What ffmpeg's readers of manifests look for. */
const MANIFEST = /#EXTM3U|ffconcat|<MPD|<CompositionPlaylist|<SmoothStreamingMedia|^v=0\r?\n/
const HEAD_BYTES = 4096

/** Why a file that ffprobe refused to open cannot be opened. */
export async function explainUnreadable(
  path: string,
  seen: { sizeBytes: number; complaints: string }
): Promise<MediaError> {
  const evidence = seen.complaints
  if (TOO_LARGE.test(evidence)) return new MediaError('INPUT_TOO_LARGE', { evidence })
  const cut = cutOff(await topLevelBoxes(path), seen.sizeBytes)
  if (cut) return new MediaError('INPUT_TRUNCATED', { detail: cut, evidence })
  if (NOT_TAKEN.test(evidence)) return notTaken(path, evidence)
  if (await looksEncrypted(path, seen.sizeBytes)) {
    return new MediaError('INPUT_ENCRYPTED', { detail: 'its bytes look enciphered', evidence })
  }
  return new MediaError('INPUT_UNREADABLE', { evidence })
}

/** ffmpeg knows the format, and it is none of those that we let it open: a manifest, or games, music and pictures. */
async function notTaken(path: string, evidence: string): Promise<MediaError> {
  const head = await readHead(path, HEAD_BYTES)
  if (MANIFEST.test(head.toString('latin1'))) return new MediaError('INPUT_MANIFEST', { evidence })
  const detail = 'its format is none that is taken here'
  return new MediaError('INPUT_UNREADABLE', { detail, evidence })
}

/** An MP4 that never got as far as its index: an upload that broke off, or a camera that lost its power. */
function cutOff(boxes: Box[], sizeBytes: number): string | null {
  const missing = Math.max(0, ...boxes.map(({ offset, size }) => offset + size - sizeBytes))
  const isWhole = ({ offset, size }: Box) => offset + size <= sizeBytes
  const hasIndex = boxes.some((box) => box.type === 'moof' || (box.type === 'moov' && isWhole(box)))
  const holdsMedia = ({ type, offset, headerSize }: Box) =>
    type === 'mdat' && offset + headerSize < sizeBytes
  if (hasIndex || !boxes.some(holdsMedia)) return null
  return missing > 0
    ? `${missing} bytes are missing, and with them the index (moov)`
    : 'the index (moov) is missing'
}
