import { demoClip } from '#embedded/demo_clip'
import type { InstancePaths } from '#embedded/instance_paths'
import { programPath } from '#embedded/machine/ensure_programs'
import { namedSettings } from '#embedded/named_settings'
import { runAceInTerminal } from '#embedded/run_in_terminal'

/** Makes the sample clip and has a ladder made of it before our eyes; answers the exit code. */
export async function runDemo(paths: InstancePaths, signal?: AbortSignal): Promise<number> {
  const clip = await demoClip(paths, programPath('ffmpeg', namedSettings())!)
  return runAceInTerminal(paths, ['process', clip, '--preset', 'web', '--wait'], signal)
}
