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
  const boxes = await topLevelBoxes(path)
  if (lacksIndex(boxes, seen.sizeBytes)) return withoutIndex(boxes, seen.sizeBytes, evidence)
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
function lacksIndex(boxes: Box[], sizeBytes: number): boolean {
  const isWhole = ({ offset, size }: Box) => offset + size <= sizeBytes
  const holdsMedia = ({ type, offset, headerSize }: Box) =>
    type === 'mdat' && offset + headerSize < sizeBytes
  const hasIndex = boxes.some((box) => box.type === 'moof' || (box.type === 'moov' && isWhole(box)))
  return !hasIndex && boxes.some(holdsMedia)
}

/** Cut off where its boxes promise more than there is; else whoever wrote it never finished. */
function withoutIndex(boxes: Box[], sizeBytes: number, evidence: string): MediaError {
  const missing = Math.max(0, ...boxes.map(({ offset, size }) => offset + size - sizeBytes))
  if (missing === 0) {
    const detail = 'its index (moov) was never written'
    return new MediaError('INPUT_UNREADABLE', { detail, evidence })
  }
  const detail = `${missing} bytes are missing, and with them the index (moov)`
  return new MediaError('INPUT_TRUNCATED', { detail, evidence })
}
