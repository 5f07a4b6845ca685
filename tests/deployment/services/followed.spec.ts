import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import Job from '#jobs/job'
import { landscapeClip } from '#tests/fixtures/clips'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { LoggedProcess, type LogLine, WORKER } from '#tests/helpers/logged_process'
import { tokenOf } from '#tests/helpers/people'
import { spawnServer, type SpawnedServer } from '#tests/helpers/spawn_server'
import { collectTraces, type TraceCollector } from '#tests/helpers/trace_collector'
import { until } from '#tests/helpers/until'

/** prom-client loads the API, which is nothing without an SDK. */
const OF_TRACES = /node_modules\/@opentelemetry\/(?!api\/)|app\/tracing\/otel_/
const TRACE = '0af7651916cd43dd8448eb211c80319c'
const ASKED = `00-${TRACE}-b7ad6b7169203331-01`
const QUERY_SECRET = 'query-secret-1234567'
const URL_SECRET = 'url-secret-1234567'

test.group('Somebody who follows a job', (group) => {
  let collector: TraceCollector
  let server: SpawnedServer
  let web: LoggedProcess
  let worker: LoggedProcess
  let token: string

  group.setup(async () => {
    await cleanDatabase()
    collector = await collectTraces()
    token = await tokenOf('admin')
    const settings = {
      LOG_LEVEL: 'trace',
      ...{ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: '100' },
    }
    server = await spawnServer(settings)
    web = server.log
    worker = new LoggedProcess(WORKER, settings)
    return async () => {
      await Promise.all([server.end(), worker.end()])
      collector.close()
    }
  })

  test('reads its ids from the request to ffmpeg, and its trace as one tree', async ({
    fs,
    assert,
  }) => {
    await fs.mkdir('.')
    const clip = await landscapeClip(fs.basePath)
    const answer = await upload(clip, { 'x-request-id': 'from-far/1', 'traceparent': ASKED })
    const { id: jobId } = await Job.findByOrFail('request_id', 'from-far/1')
    await worker.saying((line) => line.msg === 'attempt ended' && line.jobId === jobId)
    await until(async () => ofTrace().some(({ name }) => name === 'attempt'))

    assert.equal(answer.headers.get('x-request-id'), 'from-far/1')
    const job = await Job.findOrFail(jobId)
    const request = await web.saying(isRequest('from-far/1'))
    assert.containsSubset(request, {
      ...{ msg: 'request', method: 'POST', route: '/api/v1/videos', status: answer.status },
      traceId: TRACE,
    })
    assert.isNumber(request.userId)
    assert.isAbove(request.durationMs as number, 0)

    const ids = { jobId, attempt: 1, videoId: job.videoId, requestId: 'from-far/1', traceId: TRACE }
    const within = worker.lines.filter((line) => line.jobId === jobId)
    const said = within.map(({ msg }) => msg)
    assert.includeMembers(said, ['attempt began', 'ffmpeg begins', 'ffmpeg ended', 'attempt ended'])
    for (const line of within.filter(({ msg }) => msg !== 'attempt began')) {
      assert.containsSubset(line, ids)
      assert.isString(line.workerId)
    }
    assert.deepEqual(treeOf('POST /api/v1/videos'), [
      'POST /api/v1/videos',
      '  start job',
      '    attempt',
      '      encode',
      '        ffmpeg',
      '      plan',
      '      probe',
      '      publish',
      '      verify',
      '    send reminders',
    ])
    const ffmpeg = ofTrace().find(({ name }) => name === 'ffmpeg')!
    assert.equal(ffmpeg.service, 'mediakeep-worker')
    assert.equal(ffmpeg.attributes['process.exit.code'], 0)
    assert.isAbove(ffmpeg.attributes['mediakeep.cpu_s'] as number, 0)
    const root = ofTrace().find(({ name }) => name === 'POST /api/v1/videos')!
    assert.equal(root.parentSpanId, 'b7ad6b7169203331')
    assert.equal(root.attributes['http.response.status_code'], answer.status)
  })

  test('finds a line for each request, those of machines at debug alone', async ({ assert }) => {
    const odd = await fetch(`${server.address}/api/v1/videos/1`, {
      headers: { 'x-request-id': 'two words', 'authorization': `Bearer ${token}` },
    })
    const page = await fetch(`${server.address}/nowhere`)
    const oddId = odd.headers.get('x-request-id')!

    assert.match(oddId, /^[\da-f-]{36}$/)
    const line = await web.saying(isRequest(oddId))
    const unknown = await web.saying(isRequest(page.headers.get('x-request-id')))
    const health = await web.saying(({ route }) => route === '/health/live')
    assert.containsSubset(line, { route: '/api/v1/videos/:id', level: 30 })
    assert.containsSubset(unknown, { route: null, status: 404 })
    assert.equal(health.level, 20)
    assert.isFalse(collector.spans.some(({ name }) => name.includes('/health/')))
  })

  test('reads no secret, whatever was sent and whatever broke', async ({ assert }) => {
    const headers = { 'authorization': `Bearer ${token}`, 'content-type': 'application/json' }
    const send = (path: string, body: object) =>
      fetch(`${server.address}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    const far = `http://reader:${URL_SECRET}@files.invalid/a.mp4?X-Amz-Signature=${QUERY_SECRET}`
    const hook = { url: 'https://93.184.215.14/hook', event_types: ['*'], is_enabled: false }
    const made = await send('/api/v1/webhooks', hook)
    const { secret } = (await made.json()) as { secret?: string }
    await send('/api/v1/videos', { url: far })
    await fetch(`${server.address}/password/${'s'.repeat(43)}?token=${QUERY_SECRET}`)
    await fetch(`${server.address}/login`, { headers: { cookie: `session=${QUERY_SECRET}` } })
    const last = await fetch(`${server.address}/api/v1/queue`, { headers })
    await web.saying(isRequest(last.headers.get('x-request-id')))

    const said = web.text + worker.text + JSON.stringify(collector.spans)
    const secrets = [token, QUERY_SECRET, URL_SECRET, process.env.APP_KEY!, 's'.repeat(43), secret]
    for (const one of secrets.filter((text): text is string => Boolean(text))) {
      assert.isFalse(said.includes(one), `${one.slice(0, 6)}... stands in the log`)
    }
    assert.isTrue(secrets.every(Boolean), 'a webhook tells its secret once')
  })

  /** Spans of the trace that the client began. */
  const ofTrace = () => collector.spans.filter(({ traceId }) => traceId === TRACE)

  function treeOf(rootName: string) {
    const below = (spanId: string, depth: number): string[] =>
      ofTrace()
        .filter(({ parentSpanId }) => parentSpanId === spanId)
        .sort((one, other) => one.name.localeCompare(other.name))
        .flatMap(({ name, spanId: id }) => [
          `${'  '.repeat(depth)}${name}`,
          ...below(id, depth + 1),
        ])
    const root = ofTrace().find(({ name }) => name === rootName)!
    return [root.name, ...below(root.spanId, 1)]
  }

  async function upload(path: string, headers: Record<string, string>) {
    const form = new FormData()
    form.set('video', new File([await readFile(path)], 'clip.mp4'))
    form.set('preset', 'mobile')
    const authorization = `Bearer ${token}`
    return fetch(`${server.address}/api/v1/videos`, {
      ...{ method: 'POST', headers: { ...headers, authorization }, body: form },
    })
  }
})

/** The line that tells of the request itself. */
function isRequest(id: string | null) {
  return ({ msg, requestId }: LogLine) => msg === 'request' && requestId === id
}

test.group('Traces that nobody takes', () => {
  test('slow nothing down where the collector is away, and it ends in time', async ({
    assert,
    cleanup,
  }) => {
    const away = {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1',
      OTEL_BSP_SCHEDULE_DELAY: '50',
    }
    const server = await spawnServer({ LOG_LEVEL: 'info', ...away })
    cleanup(async () => void (await server.end()))

    const answer = await fetch(`${server.address}/login`)
    const isTold = ({ level, collector }: LogLine) => level === 40 && Boolean(collector)
    const told = await server.log.saying(isTold)
    const startedAt = performance.now()
    const code = await server.end()

    assert.equal(answer.status, 200)
    assert.equal(told.msg, 'no traces are taken for a moment')
    assert.equal(code, 0)
    assert.isBelow(performance.now() - startedAt, 8_000)
  })

  test('cost nothing where none is named: nothing of it is loaded', async ({ fs, assert }) => {
    const server = await spawnServer({ LOG_LEVEL: 'info', NODE_V8_COVERAGE: fs.basePath })
    await fetch(`${server.address}/login`).finally(() => server.end())

    const files = await readdir(fs.basePath)
    const lists = files.map((name) => readFile(join(fs.basePath, name), 'utf8')) // a thread has its own
    const loaded = (await Promise.all(lists)).flatMap((text) => urlsIn(text))
    assert.isNotEmpty(loaded.filter((url) => url.includes('/app/tracing/tracer.')))
    assert.deepEqual(
      loaded.filter((url) => OF_TRACES.test(url)),
      []
    )
  })
})

/** Of a report of V8's coverage: every file that was loaded. */
function urlsIn(report: string): string[] {
  const { result } = JSON.parse(report) as { result: { url: string }[] }
  return result.map(({ url }) => url)
}
