import { cp, mkdir, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { mustRun } from '#embedded/machine/run_program'
import { sendTo } from '#tests/deployment/containers/build_context'
import { instructions, type Instruction } from '#tests/deployment/containers/dockerfile'

/**
 * Follows the Dockerfile line by line in an empty folder, as far as that goes without an engine: each stage is a folder, of
 * which `/app` is a part. What npm installs is taken from here instead of from its registry, and pruned as `--omit=dev`
 * says; what apt installs is here already.
 *
 * @returns where the last stage's `/app` is
 */
export async function followDockerfile(folder: string): Promise<string> {
  const stages: Record<string, string> = {}
  let root = ''
  for (const one of await instructions()) {
    if (one.word === 'FROM') {
      root = join(folder, String(one.stage))
      await mkdir(join(root, 'app'), { recursive: true })
      stages[/AS (\w+)/.exec(one.text)?.[1] ?? 'last'] = root
    }
    if (one.word === 'COPY') await copy(one, { folder, root, stages })
    if (one.word === 'RUN') await run(one, join(root, 'app'))
  }
  return join(root, 'app')
}

interface Place {
  folder: string
  root: string
  stages: Record<string, string>
}

async function copy({ text }: Instruction, { folder, root, stages }: Place) {
  const from = /--from=(\w+)/.exec(text)?.[1]
  const paths = text.split(' ').filter((word) => !word.startsWith('--'))
  const to = join(root, 'app', paths.pop()!)
  const context = join(folder, 'context')
  if (from === undefined) await sendTo(context)
  for (const path of paths) {
    const source = from === undefined ? join(context, path) : join(stages[from], path)
    const isFile = /\.json$/.test(path)
    await cp(source, isFile ? join(to, path.split('/').at(-1)!) : to, { recursive: true })
  }
}

async function run({ text }: Instruction, cwd: string) {
  for (const step of text.split(' && ')) {
    const [program, verb] = step.split(' ')
    if (program === 'npm' && verb === 'ci') await install(cwd, step.includes('--omit=dev'))
    else if (['node', 'rm'].includes(program) && !step.includes('/var/')) {
      await mustRun(step, ['sh', '-c', step], { cwd, env: { PATH: process.env.PATH } })
    }
  }
}

async function install(cwd: string, isForProduction: boolean) {
  const here = app.makePath('node_modules')
  if (!isForProduction) return symlink(here, join(cwd, 'node_modules'))
  const installed = join(cwd, 'node_modules')
  await mustRun('cp', ['sh', '-c', 'cp -al "$0" "$1" 2>&1 || cp -a "$0/." "$1"', here, installed])
  await rm(join(installed, '.package-lock.json'), { force: true }) // npm writes it, and it is a link
  const prune = ['npm', 'prune', '--omit=dev', '--offline', '--no-audit', '--no-fund']
  await mustRun('npm prune', [...prune, '--ignore-scripts'], { cwd })
}
