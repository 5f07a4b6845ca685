import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAsBlob } from 'node:fs'
import { spawn, type ChildProcess } from 'node:child_process'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { storagePath } from '#config/mediakeep'
import Video from '#videos/video'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { landscapeClip } from '#tests/fixtures/clips'
import {
  dashboardExpressions,
  labelsOf,
  promtool,
  selectorsOf,
} from '#tests/helpers/monitoring_expressions'
import { RunningPrometheus } from '#tests/helpers/prometheus'
import { spawnServer, type SpawnedServer } from '#tests/helpers/spawn_server'
import { freePorts } from '#embedded/machine/free_port'
import { endProcess, spawnWorker } from '#tests/helpers/worker_process'
import { tokenOf } from '#tests/helpers/people'
import { until } from '#tests/helpers/until'

const SECRET_TITLE = 'patient-4711-knee'

/** One web process, worker and scheduler, told the same port, and a Prometheus that finds all three. */
class Watched {
  token = ''
  web!: SpawnedServer
  prometheus!: RunningPrometheus
  ports: number[] = []
  readonly #ends: (() => Promise<unknown>)[] = []

  async start() {
    this.ports = await freePorts(3, '127.0.0.1')
    const [port] = this.ports
    const settings = { METRICS_PORT: String(port) }
    this.web = await spawnServer(settings)
    this.#ends.push(this.web.end)
    this.#watch(spawnWorker(settings))
    await until(() => isTold(port + 1), 60_000)
    this.#watch(spawnScheduler(settings))
    await until(() => isTold(port + 2), 60_000)
    const [web, worker, scheduler] = this.ports.map((one) => [`127.0.0.1:${one}`])
    const targets = { 'mediakeep-web': web, 'mediakeep-worker': worker }
    const all = { ...targets, 'mediakeep-scheduler': scheduler }
    this.prometheus = await RunningPrometheus.start(all)
    this.#ends.push(this.prometheus.end)
  }

  async end() {
    await Promise.all(this.#ends.map((end) => end()))
  }

  #watch(child: ChildProcess) {
    this.#ends.push(() => endProcess(child, 'SIGTERM'))
  }

  /** Of one file that is whole and one whose original is gone. @returns the size of each, when Prometheus saw both end */
  async runTwoJobs(): Promise<number> {
    const folder = await mkdtemp(join(tmpdir(), 'mediakeep-watched-'))
    this.#ends.push(() => rm(folder, { recursive: true }))
    const clip = await landscapeClip(folder)
    const whole = await this.upload(clip)
    const spoilt = await this.upload(clip)
    await rm(join(storagePath, spoilt.originalKey))
    await this.process(whole, 'mobile')
    await this.process(spoilt, 'low')
    const seen = () => this.prometheus.number('sum(video_jobs_processed_total)')
    await until(async () => (await seen()) === 2, 90_000)
    await this.#allAreAskedAgain()
    return whole.sizeBytes
  }

  /** Each process is asked at a moment of its own. */
  async #allAreAskedAgain() {
    const since = Date.now() / 1000
    const leastRecent = () => this.prometheus.number('min(timestamp(up))')
    await until(async () => ((await leastRecent()) ?? 0) > since)
  }

  async upload(path: string): Promise<Video> {
    const form = new FormData()
    form.set('video', await openAsBlob(path), `${SECRET_TITLE}.mp4`)
    const made = (await this.#post('/api/v1/videos', form)) as { id: number }
    return Video.findOrFail(made.id)
  }

  process(video: Video, preset: string) {
    const json = JSON.stringify({ preset })
    return this.#post(`/api/v1/videos/${video.id}/jobs`, json, {
      'content-type': 'application/json',
    })
  }

  async #post(path: string, body: FormData | string, headers: Record<string, string> = {}) {
    const answer = await fetch(`${this.web.address}${path}`, {
      method: 'POST',
      body,
      headers: { ...headers, authorization: `Bearer ${this.token}` },
    })
    if (!answer.ok) throw new Error(await answer.text())
    return answer.json()
  }
}

function spawnScheduler(settings: Record<string, string>): ChildProcess {
  const env = { ...process.env, ...settings }
  return spawn(process.execPath, ['ace.js', 'schedule'], {
    cwd: app.makePath(),
    env,
    stdio: 'ignore',
  })
}

async function told(port: number): Promise<string> {
  return (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
}

function isTold(port: number): Promise<boolean> {
  return told(port).then(
    () => true,
    () => false
  )
}

test.group('A real Prometheus', (group) => {
  const watched = new Watched()
  let sizeBytes = 0
  group.setup(async () => {
    await cleanDatabase()
    watched.token = await tokenOf('operator')
    try {
      await watched.start()
      sizeBytes = await watched.runTwoJobs()
    } catch (error) {
      await watched.end()
      throw error
    }
    return () => watched.end()
  })

  test('sees what becomes of two jobs, and what came in', async ({ assert }) => {
    const { prometheus } = watched

    const ended = await prometheus.query('video_jobs_processed_total > 0')
    const facts = ended.map(({ labels: { status, preset, cause, job }, value }) => {
      return { status, preset, cause, job, value }
    })
    const job = 'mediakeep-worker'
    assert.sameDeepMembers(facts, [
      { status: 'completed', preset: 'mobile', cause: undefined, job, value: 1 },
      { status: 'failed', preset: 'low', cause: 'ORIGINAL_MISSING', job, value: 1 },
    ])
    assert.equal(await prometheus.number('sum(video_uploads_total)'), 2)
    const bytesIn = await prometheus.number('sum(video_upload_size_bytes_sum)')
    assert.equal(bytesIn, sizeBytes * 2)
    const input = await prometheus.number('sum(video_processed_input_bytes_total)')
    assert.equal(input, sizeBytes)
    assert.isAbove((await prometheus.number('sum(video_processed_output_bytes_total)'))!, 1000)
    const took = 'sum(video_processing_duration_seconds_count{preset="mobile",status="completed"})'
    assert.equal(await prometheus.number(took), 1)
    assert.equal(await prometheus.number('sum(video_job_wait_seconds_count{lane="encode"})'), 2)
    const phases = 'count(video_phase_duration_seconds_sum{phase=~"encode|verify|publish"} > 0)'
    assert.equal(await prometheus.number(phases), 3)
  })

  test('hears of the whole installation from the web process', async ({ assert }) => {
    const { prometheus } = watched
    const done = 'max(mediakeep_videos{status="completed"})'
    await until(async () => (await prometheus.number(done)) === 1, 20_000) // kept for five seconds

    assert.equal(await prometheus.number('sum(max by (lane) (processing_queue_size))'), 0)
    assert.equal(await prometheus.number('sum(max by (lane) (video_active_jobs))'), 0)
    assert.equal(await prometheus.number('sum(max by (state) (mediakeep_workers))'), 1)
    assert.equal(await prometheus.number('max(mediakeep_worker_slots{lane="encode"})'), 2)
    assert.equal(await prometheus.number('max(mediakeep_schedulers)'), 1)
    assert.equal(await prometheus.number('max(mediakeep_dead_letters)'), 1)
    assert.equal(await prometheus.number('max(mediakeep_database_up)'), 1)
    assert.isAbove((await prometheus.number('max(mediakeep_store_bytes{kind="renditions"})'))!, 0)
    assert.equal(await prometheus.number('count(count by (role) (mediakeep_info))'), 3)
    assert.equal(await prometheus.number('sum(up)'), 3)
    const posts = 'sum(http_request_duration_seconds_count{route="/api/v1/videos",status="2xx"})'
    assert.equal(await prometheus.number(posts), 2)
  })

  test('evaluates every panel and every rule, and each of their selectors finds series', async ({
    assert,
  }) => {
    const { prometheus } = watched
    const panels = await dashboardExpressions()
    await until(async () => (await prometheus.number('sum(up)')) === 3)
    await until(async () => (await prometheus.rules()).every(({ health }) => health !== 'unknown'))
    const rules = await prometheus.rules()
    const all = [...panels, ...rules.map(({ name, query }) => ({ from: name, expr: query }))]

    assert.isAbove(panels.length, 40)
    assert.deepEqual(
      rules.filter(({ health }) => health !== 'ok'),
      []
    )
    const labels = new Set(['job', 'instance'])
    for (const { from, expr } of all) {
      await prometheus.query(expr)
      for (const selector of selectorsOf(expr)) {
        const found = await prometheus.series(selector)
        assert.isNotEmpty(found, `${from}: nothing is told that fits ${selector}`)
        found.flatMap(Object.keys).forEach((label) => labels.add(label))
      }
    }
    for (const { from, expr } of all) {
      for (const label of labelsOf(expr)) {
        assert.isTrue(
          label === '' || labels.has(label),
          `${from}: no figure has the label ${label}`
        )
      }
    }
  })

  test('is the only door: the console beside it tells nobody without a token', async ({
    assert,
  }) => {
    const answer = await fetch(`${watched.web.address}/metrics`)

    assert.equal(answer.status, 403)
    assert.include(await answer.text(), 'METRICS_PORT')
  })

  test('finds the format flawless, and no name of a file or person in it', async ({ assert }) => {
    for (const port of watched.ports) {
      const text = await told(port)
      const { exitCode, transcript } = await promtool(['check', 'metrics'], text)
      assert.equal(exitCode, 0, transcript)
      for (const secret of [SECRET_TITLE, storagePath, 'example.org', watched.token]) {
        assert.notInclude(text, secret)
      }
    }
  })
})
