import { PROBE_VERSION } from '#media/probe/probe_version'
import type { MediaInfo } from '#media/probe/media_info'

/** What a video's row tells in columns of its own, out of what the probe saw. */
export function videoFacts(info: MediaInfo) {
  return {
    container: info.container,
    durationS: info.durationS,
    bitRate: info.bitRate,
    ...pictureFacts(info),
    ...soundFacts(info),
    hasSubtitles: info.hasSubtitles,
    hasCoverArt: info.hasCoverArt,
    hasChapters: info.hasChapters,
    hasData: info.hasData,
    warnings: info.warnings.map(({ code }) => code),
    mediaInfo: info,
    probeVersion: PROBE_VERSION,
  }
}

/** Of sound alone. */
const NO_PICTURES = {
  ...{ width: null, height: null, videoCodec: null, videoBitRate: null, hdr: null },
  ...{ frameRate: null, realFrameRate: null, isVfr: false, isInterlaced: false },
}

function pictureFacts({ video }: MediaInfo) {
  if (!video) return NO_PICTURES
  return {
    width: video.width,
    height: video.height,
    frameRate: video.frameRate,
    realFrameRate: video.realFrameRate,
    isVfr: video.isVariableFrameRate,
    isInterlaced: video.isInterlaced,
    hdr: video.hdr,
    videoCodec: video.codec,
    videoBitRate: video.bitRate,
  }
}

function soundFacts({ audio }: MediaInfo) {
  const { codec = null, bitRate = null, channels = null, channelLayout = null } = audio ?? {}
  return {
    hasAudio: audio !== null,
    audioCodec: codec,
    audioBitRate: bitRate,
    audioChannels: channels,
    audioLayout: channelLayout,
  }
}
