import { join } from 'node:path'
import { WEB_FLAGS } from '#embedded/web_flags'
import type { InstancePaths } from '#embedded/instance_paths'
import type { ProcessSpec } from '#embedded/supervision/supervised_process'

/** In the order in which they start; they stop in the reverse one. */
export function processSpecs(paths: InstancePaths, env: NodeJS.ProcessEnv): ProcessSpec[] {
  const common = { cwd: paths.root, env }
  const logOf = (name: string) => join(paths.log, `${name}.log`)
  const ace = join(paths.root, 'ace.js')
  return [
    {
      ...common,
      name: 'web',
      script: join(paths.root, 'bin/server.ts'),
      args: [],
      execArgv: [...WEB_FLAGS, '--import=@poppinss/ts-exec'],
      logFile: logOf('web'),
      graceMs: 10_000,
    },
    {
      ...common,
      name: 'worker',
      script: ace,
      args: ['work'],
      execArgv: [],
      logFile: logOf('worker'),
      graceMs: 30_000,
    },
    {
      ...common,
      name: 'scheduler',
      script: ace,
      args: ['schedule'],
      execArgv: [],
      logFile: logOf('scheduler'),
      graceMs: 10_000,
    },
  ]
}
