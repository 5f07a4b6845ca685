import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { listApiTokens } from '#accounts/api_tokens'
import { instancePaths } from '#embedded/instance_paths'
import { identityOf } from '#embedded/machine/process_identity'
import { takeLock } from '#embedded/supervision/instance_lock'
import { writeState } from '#embedded/supervision/instance_state'
import Video from '#videos/video'
import * as clips from '#tests/fixtures/clips'
import { ace, aceJson, RunningCommand } from '#tests/helpers/ace'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { personOf, tokenOf } from '#tests/helpers/people'
import { spawnServer, type SpawnedServer } from '#tests/helpers/spawn_server'
import { until } from '#tests/helpers/until'
import { endProcess, spawnWorker } from '#tests/helpers/worker_process'
import type { PipelineReport } from '#app/terminal/bench/pipeline/pipeline_report'

test.group('bench pipeline', (group) => {
  let server: SpawnedServer

  group.each.timeout(180_000)
  group.setup(async () => {
    await cleanDatabase()
    const worker = spawnWorker()
    server = await spawnServer({ NODE_ENV: 'test' })
    return async () => {
      await Promise.all([server.end(), endProcess(worker, 'SIGTERM')])
    }
  })

  /** What `./ace up` leaves for other commands. */
  function runsAt(home: string) {
    const paths = instancePaths({ MEDIAKEEP_VAR: home })
    mkdirSync(paths.run, { recursive: true })
    takeLock(paths.lockFile)
    const supervisor = identityOf(process.pid)!
    writeState(paths.stateFile, { supervisor, url: server.address, processes: [] })
    return { MEDIAKEEP_VAR: home }
  }

  async function elsewhere(): Promise<string[]> {
    return ['--url', server.address, '--token', await tokenOf('admin')]
  }

  test('measures what runs here, beside plain ffmpeg, and leaves nothing', async ({
    assert,
    fs,
  }) => {
    await fs.mkdir('.')
    await personOf('admin')
    const video = await clips.silentClip(fs.basePath)
    const output = join(fs.basePath, 'results.json')
    const asked = ['--video', video, '--jobs', '3', '--concurrent', '2', '--preset', 'mobile']

    const { code, result } = await aceJson(
      ['bench', 'pipeline', ...asked, '--rounds', '2', '--output', output],
      runsAt(fs.basePath)
    )

    const report = result as PipelineReport
    assert.equal(code, 0)
    assert.deepEqual(JSON.parse(await readFile(output, 'utf8')), report)
    assert.deepEqual(report.jobs, { asked: 3, completed: 3, failed: 0, unfinished: 0 })
    assert.equal(report.success_rate, 1)
    for (const [name, told] of Object.entries(report.latency_seconds)) {
      const { min, p50, p95, mean, max } = told!
      assert.isAbove(min, 0, name)
      assert.isTrue(min <= p50 && p50 <= p95 && p95 <= max, name)
      assert.isTrue(min <= mean && mean <= max, name)
    }
    assert.isAbove(report.wall_seconds, report.latency_seconds.processing!.max)
    assert.closeTo(report.throughput_jobs_per_minute, (3 / report.wall_seconds) * 60, 0.05)
    const plain = report.plain_ffmpeg!
    assert.deepEqual(
      plain.turns.map(({ jobs }) => jobs),
      [2, 1]
    )
    assert.closeTo(plain.ratio, plain.wall_seconds / report.wall_seconds, 0.01)
    assert.equal(report.video.facts!.width, 320)
    assert.deepEqual(report.remaining_video_ids, [])
    assert.lengthOf(await Video.all(), 0)
    assert.lengthOf(await listApiTokens(), 0)
  })

  test('a video that fails is a success rate of 0, its cause and exit code 1', async ({
    assert,
    fs,
  }) => {
    await fs.mkdir('.')
    const video = await clips.soundOnly(fs.basePath)
    const asked = ['--video', video, '--jobs', '2', '--preset', 'mobile', '--keep']

    const { code, result } = await aceJson(['bench', 'pipeline', ...asked, ...(await elsewhere())])

    const report = result as PipelineReport
    assert.equal(code, 1)
    assert.equal(report.success_rate, 0)
    assert.equal(report.throughput_jobs_per_minute, 0)
    assert.deepEqual(
      report.failures.map(({ code: cause, jobs }) => [cause, jobs]),
      [['INPUT_NO_VIDEO', 2]]
    )
    assert.isNull(report.plain_ffmpeg)
    assert.equal(report.not_compared, 'not all jobs completed')
    assert.sameMembers(
      (await Video.all()).map(({ id }) => id),
      report.remaining_video_ids
    )
  })

  test('an upload that is refused is told by its cause', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const video = await clips.renamedText(fs.basePath)

    const { code, stdout } = await ace([
      ...['bench', 'pipeline', '--video', video, '--jobs', '2', '--no-compare'],
      ...(await elsewhere()),
    ])

    assert.equal(code, 1)
    assert.match(stdout, /Success rate {2}0 %/)
    assert.match(stdout, /Failed 2 of INPUT_/)
  })

  test('Ctrl-C ends it in order, and what it made goes', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const before = await Video.all()
    const video = await clips.silentClip(fs.basePath)
    const asked = ['--video', video, '--jobs', '500', '--no-compare', '--json']
    const bench = new RunningCommand(['bench', 'pipeline', ...asked, ...(await elsewhere())])
    await until(async () => /1 of 500 jobs/.test(bench.stderr), 60_000)

    bench.child.kill('SIGINT')
    const { code, stdout } = await bench.ended()

    const { jobs, is_interrupted: isInterrupted } = JSON.parse(stdout) as PipelineReport
    assert.equal(code, 130)
    assert.isTrue(isInterrupted)
    assert.isAtLeast(jobs.completed, 1)
    assert.isBelow(jobs.completed, 500)
    await until(async () => (await Video.all()).length === before.length, 30_000)
  })

  test('says what is missing', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const video = await clips.silentClip(fs.basePath)
    const nowhere = { MEDIAKEEP_VAR: fs.basePath }

    const noVideo = await ace(['bench', 'pipeline'])
    const noToken = await ace(['bench', 'pipeline', '--video', video, '--url', server.address])
    const nothingRuns = await ace(['bench', 'pipeline', '--video', video], nowhere)
    const wrongToken = ['--url', server.address, '--token', 'mk_wrong']
    const stranger = await ace(['bench', 'pipeline', '--video', video, ...wrongToken])

    assert.deepEqual(
      [noVideo, noToken, nothingRuns, stranger].map(({ code }) => code),
      [2, 2, 1, 1]
    )
    assert.include(noVideo.stderr + noVideo.stdout, '--video')
    assert.include(noToken.stderr + noToken.stdout, 'MEDIAKEEP_TOKEN')
    assert.include(nothingRuns.stderr + nothingRuns.stdout, './ace up')
    assert.include(stranger.stderr + stranger.stdout, '401')
  })
})
