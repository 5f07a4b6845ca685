import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { makeClip } from '../fixtures/make_clip.js'

/**
 * Sources that must be encoded: no browser plays them, so nothing is copied. None is hard to compress: where the ceiling
 * of the rate binds, x264 with several threads makes other bytes now and then (testsrc2: 3 of 80).
 */
export const CLIPS = {
  /** A second: an attempt is over before much can happen. */
  short: { picture: 'testsrc=s=320x180', durationS: 1 },
  /** Three seconds. */
  film: { picture: 'testsrc=s=320x180', durationS: 3 },
  /** There is time to strike. */
  slow: { picture: 'testsrc=s=640x360', durationS: 12 },
} as const

export type ClipName = keyof typeof CLIPS

/** Makes them all. @returns where each is */
export async function makeClips(folder: string): Promise<Record<ClipName, string>> {
  mkdirSync(folder, { recursive: true })
  const paths: Record<string, string> = {}
  for (const [name, { picture, durationS }] of Object.entries(CLIPS)) {
    const path = join(folder, `${name}.mkv`)
    paths[name] = await makeClip(path, [
      ...['-f', 'lavfi', '-i', `${picture}:r=25:d=${durationS}`],
      ...['-f', 'lavfi', '-i', `sine=frequency=440:duration=${durationS}`],
      ...['-c:v', 'mpeg4', '-q:v', '5', '-c:a', 'pcm_s16le', '-bitexact'],
    ])
  }
  return paths as Record<ClipName, string>
}
