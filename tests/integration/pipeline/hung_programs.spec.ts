import { readFileSync } from 'node:fs'
import { chmod, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import CancelJob from '#jobs/life/cancel_job'
import ProcessJob from '#pipeline/process_job'
import { claimJob } from '#jobs/life/claim_job'
import { mediakeep } from '#accounts/actor'
import { MediaStore } from '#storage/media_store'
import { PipelineSettings } from '#pipeline/pipeline_settings'
import { processesNaming, type NamedProcess } from '#media/run/processes_naming'
import { Scratch } from '#jobs/repair/scratch'
import { binaries, jobLimits, scratchPath, storagePath } from '#config/mediakeep'
import { landscapeClip } from '#tests/fixtures/clips'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { until } from '#tests/helpers/until'
import { filesIn, ingest, startJob } from '#tests/helpers/work'

/** Two seconds are promised; the rest is for a machine that does other things too. */
const MOST_MS = 10_000

/** A word of the command line that only this step's ffmpeg has. */
const STEPS = {
  'listens for the loudness': 'ebur128',
  'counts colours': 'nokey',
  'encodes': '-progress',
  'decodes what was made': '-enc_time_base',
}

test.group('An ffmpeg that hangs', (group) => {
  group.each.setup(() => cleanDatabase())
  group.each.setup(() => rm(storagePath, { recursive: true, force: true }))
  group.each.setup(() => rm(scratchPath, { recursive: true, force: true }))
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  /** An ffmpeg that stops itself where it is asked for one thing, as a stuck one would stand. */
  async function stuckAt(word: string, folder: string): Promise<string> {
    const path = join(folder, `ffmpeg${word}`)
    const script = `#!/bin/sh\ncase "$*" in *${word}*) kill -STOP $$ ;; esac\nexec ${binaries.ffmpeg} "$@"\n`
    await writeFile(path, script)
    await chmod(path, 0o755)
    return path
  }

  for (const [what, word] of Object.entries(STEPS)) {
    test(`while it ${what} hinders no cancellation and is gone with its group`, async ({
      fs,
      assert,
    }) => {
      const ffmpeg = await stuckAt(word, fs.basePath)
      const job = await startJob(await ingest(await landscapeClip(fs.basePath)))
      const settings = new PipelineSettings({ ...binaries, ffmpeg }, jobLimits)
      const store = await app.container.make(MediaStore)
      const work = new ProcessJob(store, settings, await app.container.make(Scratch))
      const lease = (await claimJob(job.id, 'w'))!
      const outcome = work.handle(lease, new AbortController().signal)
      const programs = () => processesNaming(`${job.id}-`)
      await until(async () => programs().some(isStuckAt(word)), 60_000)

      const askedAt = performance.now()
      await (await app.container.make(CancelJob)).handle({ job, by: mediakeep('system') })

      assert.equal(await outcome, 'cancelled')
      assert.isBelow(performance.now() - askedAt, MOST_MS)
      assert.deepEqual(programs(), [])
      assert.deepEqual(await filesIn(scratchPath), [])
    }).timeout(120_000)
  }
})

/** `T` where it is stopped; see proc(5). */
function isStuckAt(word: string) {
  return ({ pid, commandLine }: NamedProcess) => {
    if (!commandLine.join(' ').includes(word)) return false
    return /\) T /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  }
}
