import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { InstancePaths } from '#embedded/instance_paths'
import { readSettings } from '#embedded/settings_file'

/** Runs one of our commands in this terminal, with the settings of what runs; answers its exit code. */
export function runAceInTerminal(
  paths: InstancePaths,
  args: string[],
  signal?: AbortSignal
): Promise<number> {
  const env = { ...process.env, ...readSettings(paths.settingsFile) }
  const argv = [join(paths.root, 'ace.js'), ...args]
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, argv, { cwd: paths.root, env, stdio: 'inherit', signal })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
