import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '#embedded/errors'
import type { InstancePaths } from '#embedded/instance_paths'
import { rotateLog } from '#embedded/rotate_log'

/** What a detached `up` tells the one that started it. */
export type UpMessage = { say: string } | { url: string } | { refusal: string }

/** Starts `up` in the background and waits until its console answers. @throws CannotStart */
export function startDetachedUp(
  paths: InstancePaths,
  args: string[],
  say: (line: string) => void
): Promise<string> {
  mkdirSync(paths.log, { recursive: true })
  const logFile = join(paths.log, 'up.log')
  rotateLog(logFile)
  const log = openSync(logFile, 'a')
  const child = spawn(process.execPath, [join(paths.root, 'ace.js'), 'up', ...args], {
    cwd: paths.root,
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  })
  closeSync(log)
  return new Promise((resolve, reject) => {
    const refuse = (reason: string) => reject(new CannotStart(reason))
    child.once('exit', (code) => refuse(`up ended (exit ${code}): see ${logFile}`))
    child.on('message', (message: UpMessage) => {
      if ('say' in message) return say(message.say)
      child.removeAllListeners()
      child.disconnect()
      child.unref()
      if ('url' in message) resolve(message.url)
      else refuse(message.refusal)
    })
  })
}

/** Tells the one that started us, as long as it listens. */
export function tellStarter(message: UpMessage): void {
  if (process.connected) process.send?.(message, () => {})
}
