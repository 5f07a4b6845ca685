import encryption from '@adonisjs/core/services/encryption'
import { MediaLinkEnded } from '#http/playback/errors'

/** What people without an account may see of one video, until the link ends. */
export interface MediaGrant {
  videoId: number
  /** Names of renditions, `poster` and `original`. */
  files: string[]
}

/** Nothing else that is signed with the key of this installation opens files. */
const PURPOSE = 'media-link'

export const SHORTEST_LINK_S = 60
export const LONGEST_LINK_S = 30 * 24 * 3600

/**
 * The secret part of an address, which holds what it opens and until when: nothing is stored, and only another APP_KEY or
 * the deletion of the video ends it earlier.
 */
export function signMediaLink({ videoId, files }: MediaGrant, lifetimeS: number): string {
  return encryption.getMessageVerifier().sign([videoId, ...files], lifetimeS * 1000, PURPOSE)
}

/** @throws MediaLinkEnded */
export function readMediaLink(token: string): MediaGrant {
  const signed = encryption.getMessageVerifier().unsign<[number, ...string[]]>(token, PURPOSE)
  if (!signed) throw new MediaLinkEnded()
  const [videoId, ...files] = signed
  return { videoId, files }
}
