import type { MediaBinaries } from './binaries.js'
import { MediaError } from '../errors.js'
import { runBounded } from './run_bounded.js'

export interface MediaCapabilities {
  /** Such as `5.1.9-0+deb12u1`. */
  ffmpegVersion: string
  ffprobeVersion: string
  /** libx264 and the AAC encoder: without them nothing can be made. */
  hasH264: boolean
  hasAac: boolean
  /** zscale and tonemap: without them HDR cannot be turned into SDR. */
  hasToneMapping: boolean
}

const TIMEOUT_MS = 15_000

/**
 * Asks both programs who they are and what they can.
 * @throws MediaError FFMPEG_MISSING or ENCODER_MISSING, with the remedy
 */
export async function checkBinaries(binaries: MediaBinaries): Promise<MediaCapabilities> {
  const [ffmpegVersion, ffprobeVersion, encoders, filters] = await Promise.all([
    versionOf(binaries.ffmpeg),
    versionOf(binaries.ffprobe),
    ask(binaries.ffmpeg, ['-hide_banner', '-encoders']),
    ask(binaries.ffmpeg, ['-hide_banner', '-filters']),
  ])
  const has = { hasH264: / libx264 /.test(encoders), hasAac: / aac /.test(encoders) }
  if (!has.hasH264) throw new MediaError('ENCODER_MISSING', { detail: 'libx264' })
  if (!has.hasAac) throw new MediaError('ENCODER_MISSING', { detail: 'aac' })
  const hasToneMapping = / zscale /.test(filters) && / tonemap /.test(filters)
  return { ffmpegVersion, ffprobeVersion, ...has, hasToneMapping }
}

async function versionOf(binary: string): Promise<string> {
  const text = await ask(binary, ['-version'])
  const version = /^ff(?:mpeg|probe) version (\S+)/m.exec(text)?.[1]
  if (!version) throw new MediaError('FFMPEG_MISSING', { detail: binary, evidence: text })
  return version
}

async function ask(binary: string, args: string[]): Promise<string> {
  const { stdout, stderr, exitCode } = await runBounded(binary, args, { timeoutMs: TIMEOUT_MS })
  if (exitCode !== 0) throw new MediaError('FFMPEG_MISSING', { detail: binary, evidence: stderr })
  return stdout
}
