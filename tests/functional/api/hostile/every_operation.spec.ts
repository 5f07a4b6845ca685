import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { openApiDocument } from '#http/openapi/document'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { HOSTILE_BODIES, HOSTILE_IDS, HOSTILE_VALUES } from '#tests/helpers/hostile_values'
import { failedJob } from '#tests/helpers/failed_jobs'
import { makeSchedule } from '#tests/helpers/make_schedule'
import { tokenOf } from '#tests/helpers/people'
import { publishedVideo } from '#tests/helpers/published_video'

const HERE = `http://${process.env.HOST}:${process.env.PORT}`
const PREFIX = '/api/v1'
/** A token may ask 600 times a minute. */
const ASKS_OF_A_TOKEN = 400
const ANSWERS_WITHIN_MS = 10_000
/** What no answer tells: where our files are, what we asked the database, what broke. */
const INNARDS = /node_modules|\bat \w+ \(|file:\/\/|insert into |update "|select "|ECONN|pg_|Error:/
/** They stay open, or have tests of their own for what is sent in pieces. */
const APART = /\/events\/stream|\/uploads/

interface Described {
  method: string
  path: string
  query: string[]
  fields: string[]
}

test.group('Whatever is asked of the API', (group) => {
  let names: Record<string, string>
  let asked = 0
  let token: string

  group.each.timeout(180_000)
  group.each.setup(async () => {
    await cleanDatabase()
    names = await world()
    token = await tokenOf('admin')
    asked = 0
  })

  async function ask(method: string, path: string, init: RequestInit = {}) {
    if (asked++ % ASKS_OF_A_TOKEN === 0) token = await tokenOf('admin')
    const headers = { 'authorization': `Bearer ${token}`, 'content-type': 'application/json' }
    const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS)
    const request = { method, redirect: 'manual' as const, signal, ...init }
    const answer = await fetch(`${HERE}${PREFIX}${path}`, {
      ...request,
      headers: { ...headers, ...init.headers },
    })
    return { status: answer.status, text: await answer.text(), headers: answer.headers }
  }

  type Answer = Awaited<ReturnType<typeof ask>>

  function fault({ status, text, headers }: Answer): string | null {
    if (status >= 500) return `${status} ${text.slice(0, 300)}`
    if (headers.get('x-injected') || headers.get('set-cookie')) return 'a header was injected'
    return status >= 400 && INNARDS.test(text) ? `tells of its innards: ${text}` : null
  }

  test('a name in the address is answered by 4xx, or is of something that is here', async ({
    assert,
  }) => {
    for (const { method, path } of operations().filter((one) => one.path.includes('{'))) {
      for (const id of HOSTILE_IDS) {
        const address = path.replaceAll(/\{\w+\}/g, id)
        const answer = await ask(method, address, bodyOf(method, '{}'))
        assert.isNull(fault(answer), `${method} ${address.slice(0, 200)}`)
        assert.isAtLeast(answer.status, 400, `${method} ${address.slice(0, 200)}`)
      }
    }
  })

  test('values of another kind in the query are answered by no 5xx', async ({ assert }) => {
    for (const { method, path, query } of operations()) {
      for (const field of query) {
        for (const value of HOSTILE_VALUES.slice(0, -6)) {
          const text = String(value).slice(0, 5000)
          const address = `${filled(path, names)}?${field}=${encodeURIComponent(text.toWellFormed())}`
          assert.isNull(
            fault(await ask(method, address, bodyOf(method, '{}'))),
            `${method} ${address.slice(0, 200)}`
          )
        }
      }
    }
  })

  test('values of another kind in the body are answered by no 5xx', async ({ assert }) => {
    for (const { method, path, fields } of operations()) {
      for (const field of fields) {
        for (const value of HOSTILE_VALUES) {
          const body = JSON.stringify({ [field]: value })
          const answer = await ask(method, filled(path, names), { body })
          assert.isNull(fault(answer), `${method} ${path} ${body.slice(0, 200)}`)
        }
      }
    }
  })

  test('bodies that are no JSON, or too deep, are answered by no 5xx', async ({ assert }) => {
    for (const { method, path } of operations().filter(({ method: verb }) => verb !== 'GET')) {
      for (const [at, bytes] of HOSTILE_BODIES.entries()) {
        const answer = await ask(method, filled(path, names), { body: new Uint8Array(bytes) })
        assert.isNull(fault(answer), `${method} ${path} body ${at}`)
      }
    }
  })

  test('what cannot be kept is refused, and named', async ({ assert }) => {
    for (const [body, field] of [
      ['{"tags":["fine","a\\u0000b"]}', 'tags.1'],
      ['{"title":"half \\ud800"}', 'title'],
      ['{"title":{"toString":1}}', 'title.toString'],
    ]) {
      const answer = await ask('PATCH', `/videos/${names.id}`, { body })
      assert.equal(answer.status, 422, body)
      assert.equal(JSON.parse(answer.text).errors[0].field, field)
    }
  })

  test('nobody says what is ours to say', async ({ assert }) => {
    const ours = {
      ...{ id: 7, status: 'completed', sha256: 'x', uploaded_by: 99, original_key: '/etc/passwd' },
      ...{ created_at: '2000-01-01', role: 'admin', user_id: 99, lease_token: 99 },
    }
    const video = names.id
    const before = await db.from('videos').where('id', video).first()

    for (const { method, path } of operations().filter((one) => one.method === 'PATCH')) {
      const answer = await ask(method, filled(path, names), { body: JSON.stringify(ours) })
      assert.isNull(fault(answer), `${method} ${path}`)
    }
    const edit = { ...ours, title: 'Mine' }
    await ask('PATCH', `/videos/${video}`, { body: JSON.stringify(edit) })

    const after = await db.from('videos').where('id', video).first()
    const changed = { title: after.title, updated_at: after.updated_at }
    assert.equal(after.title, 'Mine')
    assert.deepEqual(after, { ...before, ...changed })
  })
})

/** Something real for each name that paths have, so that a request goes as deep as it can. */
async function world(): Promise<Record<string, string>> {
  const { video } = await publishedVideo(1000, 'Here')
  const job = await failedJob()
  const schedule = await makeSchedule()
  return {
    ...{ id: String(video.id), name: 'medium', file: 'medium.mp4', lane: 'encode' },
    ...{ job: job.id, schedule: String(schedule.id) },
  }
}

function filled(path: string, names: Record<string, string>): string {
  const id = path.startsWith('/jobs')
    ? names.job
    : path.startsWith('/schedules')
      ? names.schedule
      : names.id
  return path.replaceAll(/\{(\w+)\}/g, (_, name) => (name === 'id' ? id : (names[name] ?? '1')))
}

const bodyOf = (method: string, body: string) => (method === 'GET' ? {} : { body })

/** All that the description knows; what removes things comes last. */
function operations(): Described[] {
  const { paths } = openApiDocument(HERE)
  return Object.entries(paths)
    .filter(([path]) => !APART.test(path))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([verb, operation]) => ({
        ...{ method: verb.toUpperCase(), path },
        ...fieldsOf(operation as unknown as Operation),
      }))
    )
    .sort((a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'))
}

interface Operation {
  parameters?: { in: string; name: string }[]
  requestBody?: { content: Record<string, { schema: { properties?: object } }> }
}

function fieldsOf({ parameters = [], requestBody }: Operation) {
  const schema = requestBody?.content['application/json']?.schema
  return {
    query: parameters.filter((one) => one.in === 'query').map(({ name }) => name),
    fields: Object.keys(schema?.properties ?? {}),
  }
}
