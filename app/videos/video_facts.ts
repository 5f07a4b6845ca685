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
  }
}

function pictureFacts({ video }: MediaInfo) {
  return {
    width: video?.width ?? null,
    height: video?.height ?? null,
    frameRate: video?.frameRate ?? null,
    realFrameRate: video?.realFrameRate ?? null,
    isVfr: video?.isVariableFrameRate ?? false,
    isInterlaced: video?.isInterlaced ?? false,
    hdr: video?.hdr ?? null,
    videoCodec: video?.codec ?? null,
    videoBitRate: video?.bitRate ?? null,
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
