import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { mustRun } from '#embedded/machine/run_program'
import type { InstancePaths } from '#embedded/instance_paths'

const DURATION_S = 8
const PICTURE =
  `gradients=size=1280x720:rate=30:duration=${DURATION_S}:nb_colors=6:speed=0.02:seed=7` +
  ':c0=0x0b132b:c1=0x5bc0be:c2=0x3a506b:c3=0xf25f5c:c4=0xffe066:c5=0x247ba0'
/** A soft A major chord that swells and fades. */
const SOUND =
  `aevalsrc=exprs='0.12*(sin(2*PI*220*t)+sin(2*PI*277.18*t)+sin(2*PI*329.63*t))` +
  `*sin(PI*t/${DURATION_S})':duration=${DURATION_S}:sample_rate=48000`

/** Makes a short clip to try Mediakeep with, once; answers its path. */
export async function demoClip(paths: InstancePaths, ffmpeg: string): Promise<string> {
  const clip = join(paths.home, 'demo', 'mediakeep demo.mp4')
  if (existsSync(clip)) return clip

  mkdirSync(dirname(clip), { recursive: true })
  const partial = `${clip}.partial`
  const inputs = [PICTURE, SOUND].flatMap((graph) => ['-f', 'lavfi', '-i', graph])
  const coding = ['-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p', '-c:a', 'aac']
  const quiet = ['-nostdin', '-hide_banner', '-loglevel', 'error', '-y']
  await mustRun('ffmpeg', [ffmpeg, ...quiet, ...inputs, ...coding, '-f', 'mp4', partial])
  renameSync(partial, clip)
  return clip
}
