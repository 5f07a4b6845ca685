import type { MediaInfo } from '../probe/media_info.js'

/** Where an input begins, and how much of it is then decoded and thrown away; in seconds. */
export interface Seek {
  fromS: number
  skipS: number
}

/** Containers without an index: ffmpeg lands in the middle of a group of pictures. */
const WITHOUT_INDEX = ['mpegts', 'mpeg', 'wtv', 'gxf']
/** Longer than the groups of pictures of television and cameras. */
const LEAD_S = 10
const MAY_CLAIM_WRONGLY_S = 0.5
const MAY_CLAIM_WRONGLY = 0.05

/**
 * Seconds before a moment from which a source must be decoded to show that moment whole. Null: from its start, for
 * it has no timestamps, or they jump and name a moment twice.
 */
export function leadOf({ container, video, spans, claimedDurationS, durationS }: MediaInfo) {
  const span = spans.find(({ index }) => index === video?.index)
  if (span && span.packets > 0 && span.untimedPackets === span.packets) return null
  if (!container.split(',').some((name) => WITHOUT_INDEX.includes(name))) return 0
  const offS = Math.abs((claimedDurationS ?? durationS) - durationS)
  return offS > Math.max(MAY_CLAIM_WRONGLY_S, durationS * MAY_CLAIM_WRONGLY) ? null : LEAD_S
}

export function seekTo(momentS: number, leadS: number | null): Seek {
  const fromS = leadS === null ? 0 : Math.max(0, momentS - leadS)
  return { fromS, skipS: momentS - fromS }
}
