const AVC_CONFIGURATION = Buffer.from('avcC')
/** ffprobe's profiles of AAC, and their MPEG-4 object types. */
const AAC_OBJECT_TYPES: Record<string, number> = { 'LC': 2, 'HE-AAC': 5, 'HE-AACv2': 29 }

/**
 * `avc1.PPCCLL` (RFC 6381, 3.3) by the decoder configuration in the header of an MP4, or null without one.
 */
export function avcCodecName(init: Buffer): string | null {
  const at = init.indexOf(AVC_CONFIGURATION)
  if (at < 0) return null
  const afterVersion = at + AVC_CONFIGURATION.length + 1
  return `avc1.${init.toString('hex', afterVersion, afterVersion + 3)}`
}

/** @param profile ffprobe's */
export function aacCodecName(profile: string | undefined): string {
  return `mp4a.40.${AAC_OBJECT_TYPES[profile ?? 'LC'] ?? 2}`
}
