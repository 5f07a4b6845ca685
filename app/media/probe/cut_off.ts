import type { FfprobeReport } from './ffprobe_report.js'
import type { MediaInfo } from './media_info.js'

/** Below this part of what the header promises, a cut-off file is not worth publishing. */
const ENOUGH_SURVIVES = 0.5
const COMPLAINT = /ended prematurely|partial file|truncat|EOF while reading|Invalid data found/i
/** Their headers count what follows, and their demuxers do not complain when it does not come. */
const COUNTED = ['mp3', 'flac']

/** Most of what the header promises is missing, and not because the header is a guess. Pure. */
export function isCutOff(info: MediaInfo, complaints: string): boolean {
  const { claimedDurationS, durationS } = info
  if (!claimedDurationS || durationS >= claimedDurationS * ENOUGH_SURVIVES) return false
  return COMPLAINT.test(complaints) || isCounted(info)
}

/**
 * Without a header ffprobe guesses the length of an MP3 from its size and its first packet: such a claim fits the
 * size, one that was counted before the cut does not.
 */
function isCounted({ container, raw }: MediaInfo): boolean {
  if (!COUNTED.includes(container)) return false
  const { format, streams = [] } = raw as FfprobeReport
  const codedRate = Number(streams.find(({ codec_type: type }) => type === 'audio')?.bit_rate)
  return !(Number(format?.bit_rate) > codedRate * ENOUGH_SURVIVES)
}
