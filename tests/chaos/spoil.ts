import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { World } from './world.js'

const NOBODY = '00000000-0000-7000-8000-000000000000'

/**
 * Does what the judge must see, without the system's help: a promise without a job, a rendition of other bytes, an
 * attempt counted twice, a file in scratch that nobody removes, a media program that nobody watches.
 *
 * @returns what undoes it
 */
export async function spoil(world: World, { jobId, videoId }: { jobId: string; videoId: number }) {
  world.ledger.jobs.set(NOBODY, {
    ...{ jobId: NOBODY, videoId, clip: 'short', preset: 'mobile', isCancelAsked: false },
  })
  const { key } = await world.postgres.row<{ key: string }>(
    'select file_key as key from renditions where job_id = $1',
    [jobId]
  )
  const file = join(world.storage, key)
  const bytes = readFileSync(file)
  writeFileSync(file, 'not what it was')
  await world.postgres.rows('update attempts set number = 2 where job_id = $1', [jobId])
  const stray = join(world.scratch.path, 'stray.txt')
  writeFileSync(stray, 'nobody’s')
  const program = await strayProgram(join(world.home, 'stray.mkv'))

  return async () => {
    world.ledger.jobs.delete(NOBODY)
    writeFileSync(file, bytes)
    await world.postgres.rows('update attempts set number = 1 where job_id = $1', [jobId])
    rmSync(stray)
    const gone = once(program, 'exit')
    program.kill('SIGKILL')
    await gone
    rmSync(join(world.home, 'stray.mkv'), { force: true })
  }
}

async function strayProgram(path: string) {
  const input = ['-re', '-f', 'lavfi', '-i', 'color=s=16x16:r=1']
  const args = ['-nostdin', '-v', 'quiet', '-y', ...input, `file:${path}`]
  const program = spawn(process.env.FFMPEG_BINARY || 'ffmpeg', args, { stdio: 'ignore' })
  await once(program, 'spawn')
  return program
}
