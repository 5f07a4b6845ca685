import { test } from '@japa/runner'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { codesOf } from '#http/openapi/problems'
import { openApiDocument, RESOURCES } from '#http/openapi/document'
import { faultOf } from '#tests/helpers/described_answers'
import { apiRoutes } from '#tests/helpers/api_routes'
import type { Operation } from '#http/openapi/described'

const OPERATIONS = RESOURCES.flatMap(({ operations }) => Object.entries(operations))

test.group('The description of the API', () => {
  test('is valid OpenAPI 3.1', async ({ assert }) => {
    const config = await createConfig({
      rules: { 'struct': 'error', 'no-unresolved-refs': 'error' },
    })
    const source = JSON.stringify(openApiDocument('http://127.0.0.1'))

    const problems = await lintFromString({ source, config })

    assert.deepEqual(problems.map(wordsOf), [])
  })

  test('refuses what is not valid, so that the check above can fail', async ({ assert }) => {
    const config = await createConfig({ rules: { struct: 'error' } })
    const source = JSON.stringify({
      ...openApiDocument('http://127.0.0.1'),
      paths: { '/a': { get: 1 } },
    })

    const problems = await lintFromString({ source, config })

    assert.isAbove(problems.length, 0)
  })

  test('has every route, and no other', ({ assert }) => {
    const described = OPERATIONS.map(([address]) => address)

    assert.sameMembers(
      described,
      routesOf().map(({ address }) => address)
    )
    assert.equal(new Set(described).size, described.length)
  })

  test('says of each the parameters, scope and role that the router has', ({ assert }) => {
    const operations = new Map(OPERATIONS)
    for (const { address, names, scopes, atLeast } of routesOf()) {
      const { path = [], scope, role = 'viewer' } = operations.get(address)!
      assert.deepEqual(
        path.map(({ name }) => name),
        names,
        address
      )
      assert.equal(scope, scopes[0] ?? null, address)
      assert.equal(role, atLeast, address)
    }
  })

  test('calls every operation and every schema by a name of its own', ({ assert }) => {
    const ids = OPERATIONS.map(([, { id }]) => id)
    const schemas = RESOURCES.flatMap((resource) => Object.keys(resource.schemas ?? {}))

    assert.equal(new Set(ids).size, ids.length)
    assert.equal(new Set(schemas).size, schemas.length)
  })

  test('describes every parameter and every field of a body', ({ assert }) => {
    for (const [address, operation] of OPERATIONS) {
      for (const { name, description } of parametersOf(operation)) {
        assert.isAbove(description.length, 3, `${address}: ${name}`)
      }
    }
  })

  test('is told to anybody', async ({ client, assert }) => {
    const answer = await client.get('/api/v1/openapi.json')

    answer.assertStatus(200)
    assert.equal(answer.body().openapi, '3.1.0')
    assert.isString(answer.body().paths['/videos'].get.operationId)
  })
})

test.group('Answers are held to the description', () => {
  const given = { method: 'GET', path: '/api/v1/statistics?days=1', status: 200 }
  const json = 'application/json; charset=utf-8'

  test('a field that nobody described is a fault', ({ assert }) => {
    const problem = {
      ...{ type: 'about:blank', title: 'Not Found', status: 404, code: 'E_JOB_NOT_FOUND' },
      ...{ detail: 'There is no job 1', request_id: null },
    }
    const answer = { method: 'GET', path: '/api/v1/jobs/1', status: 404 }
    const contentType = 'application/problem+json; charset=utf-8'

    assert.isNull(faultOf({ ...answer, contentType, body: problem }))
    assert.include(faultOf({ ...answer, contentType, body: { ...problem, extra: 1 } }), 'extra')
    assert.include(
      faultOf({ ...answer, contentType, body: { ...problem, code: 'E_OTHER' } }),
      '/code must be equal to one of the allowed values'
    )
  })

  test('so is one that is missing', ({ assert }) => {
    assert.include(faultOf({ ...given, contentType: json, body: { days: 1 } }), 'videos_added')
  })

  test('so is another status, another type and another address', ({ assert }) => {
    const answer = { ...given, contentType: json, body: {} }

    assert.include(faultOf({ ...answer, status: 201 }), 'knows only')
    assert.include(faultOf({ ...answer, contentType: 'text/html' }), 'text/html')
    assert.include(faultOf({ ...answer, path: '/api/v1/nowhere' }), 'nothing describes')
  })

  test('every code that an operation may answer has words', ({ assert }) => {
    for (const [address, operation] of OPERATIONS) {
      for (const { status, code } of codesOf(operation, address.split(' ')[0])) {
        assert.isTrue(status >= 400 && code.length > 3, `${address}: ${status} ${code}`)
      }
    }
  })
})

/** As the document writes addresses: `GET /jobs/{id}`. */
function routesOf() {
  return apiRoutes().map(({ method, pattern, scopes, atLeast }) => ({
    address: `${method} ${pattern.slice('/api/v1'.length).replace(/:(\w+)/g, '{$1}')}`,
    names: [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name),
    ...{ scopes, atLeast },
  }))
}

function parametersOf({ path = [], query = [], headers = [] }: Operation) {
  return [...path, ...query, ...headers]
}

function wordsOf({ message, location }: { message: string; location: { pointer?: string }[] }) {
  return `${location[0]?.pointer}: ${message}`
}
