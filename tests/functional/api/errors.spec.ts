import { test } from '@japa/runner'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { tokenOf } from '#tests/helpers/people'
import { rawRequest } from '#tests/helpers/raw_request'

test.group('Problems of the API', (group) => {
  group.each.setup(() => cleanDatabase())

  test('a request without a token is 401 and says how to send one', async ({ client, assert }) => {
    const answer = await client.get('/api/v1/videos')

    answer.assertStatus(401)
    assert.equal(answer.header('www-authenticate'), 'Bearer realm="mediakeep"')
    assert.match(answer.header('content-type')!, /^application\/problem\+json/)
    assert.equal(answer.body().code, 'E_UNAUTHORIZED')
    assert.equal(answer.body().title, 'Unauthorized')
    assert.include(answer.body().detail, 'Authorization: Bearer')
  })

  test('a wrong token is 401 and called invalid: {token}')
    .with([
      { token: 'mk_nonsense' },
      { token: 'mk_MQ.c29tZXRoaW5nIHRoYXQgaXMgbm90IHRoZSBzZWNyZXQ' },
      { token: 'oat_OTk5OTk5OTk5OTk5.YWJj' },
    ])
    .run(async ({ client, assert }, { token }) => {
      const answer = await client.get('/api/v1/videos').bearerToken(token)

      answer.assertStatus(401)
      assert.include(answer.header('www-authenticate')!, 'error="invalid_token"')
    })

  test('an address that does not exist is 404, also without a token', async ({
    client,
    assert,
  }) => {
    const answer = await client.get('/api/v1/nothing')

    answer.assertStatus(404)
    assert.equal(answer.body().code, 'E_ROUTE_NOT_FOUND')
  })

  test('another method is 405 with those that are possible', async ({ client, assert }) => {
    const answer = await client.delete('/api/v1/queue')

    answer.assertStatus(405)
    assert.equal(answer.header('allow'), 'GET, HEAD')
    assert.include(answer.body().detail, 'GET')
  })

  test('wrong fields are 422, each with its name, rule and words', async ({ client, assert }) => {
    const answer = await client
      .get('/api/v1/videos')
      .qs({ status: 'lost', after: '', limit: 101, search: 'x'.repeat(201) })
      .bearerToken(await tokenOf('viewer'))

    answer.assertStatus(422)
    assert.equal(answer.body().code, 'E_VALIDATION')
    assert.sameMembers(
      answer.body().errors.map((error: { field: string }) => error.field),
      ['status', 'after', 'limit', 'search']
    )
    for (const error of answer.body().errors) {
      assert.sameMembers(Object.keys(error), ['field', 'message', 'rule'])
    }
  })

  test('a body that is no JSON object is 400: {body}')
    .with([{ body: '{"preset": ' }, { body: '"medium"' }])
    .run(async ({ assert }, { body }) => {
      const token = await tokenOf('operator')
      const answer = await rawRequest(jsonRequest(token, body))

      assert.equal(answer.status, 400)
      assert.equal(JSON.parse(answer.body).code, 'E_INVALID_JSON')
    })

  test('JSON nested half a million deep is 400, not a crash', async ({ client, assert }) => {
    const token = await tokenOf('operator')
    const answer = await rawRequest(jsonRequest(token, `{"preset":${'['.repeat(500_000)}`))

    assert.equal(answer.status, 400)
    const next = await client.get('/api/v1/videos').bearerToken(token)
    next.assertStatus(200)
  })

  test('a body beyond 1 MB is 413', async ({ assert }) => {
    const body = JSON.stringify({ preset: 'a'.repeat(1_100_000) })
    const answer = await rawRequest(jsonRequest(await tokenOf('operator'), body))

    assert.equal(answer.status, 413)
  })

  test('a body that is not JSON is 415: {type}')
    .with([
      { type: 'application/x-www-form-urlencoded' },
      { type: 'text/plain' },
      { type: 'multipart/form-data; boundary=x' },
    ])
    .run(async ({ assert }, { type }) => {
      const answer = await rawRequest(jsonRequest(await tokenOf('operator'), 'preset=medium', type))

      assert.equal(answer.status, 415)
      assert.equal(JSON.parse(answer.body).code, 'E_BODY_NOT_JSON')
    })

  test('no answer sets a cookie or an HTML page', async ({ client, assert }) => {
    const token = await tokenOf('viewer')
    for (const path of ['/api/v1/videos', '/api/v1/videos/1', '/api/v1/nothing', '/api']) {
      const answer = await client.get(path).bearerToken(token).header('accept', 'text/html')

      assert.isUndefined(answer.header('set-cookie'), path)
      assert.match(answer.header('content-type')!, /json/, path)
    }
  })

  test('the request id is in the answer, as a header and in the problem', async ({
    client,
    assert,
  }) => {
    const answer = await client
      .get('/api/v1/videos/1')
      .header('x-request-id', 'trace-me-4711')
      .bearerToken(await tokenOf('viewer'))

    answer.assertStatus(404)
    assert.equal(answer.header('x-request-id'), 'trace-me-4711')
    assert.equal(answer.body().request_id, 'trace-me-4711')
  })

  test('a console page that does not exist stays a page', async ({ client, assert }) => {
    const answer = await client.get('/nothing-here').header('accept', 'text/html')

    answer.assertStatus(404)
    assert.notMatch(answer.header('content-type')!, /json/)
  })
})

function jsonRequest(token: string, body: string, type = 'application/json') {
  return [
    'POST /api/v1/videos/1/jobs HTTP/1.1',
    'Host: 127.0.0.1',
    'Connection: close',
    `Authorization: Bearer ${token}`,
    `Content-Type: ${type}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n')
}
