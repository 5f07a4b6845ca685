import { inspect } from 'node:util'
import { test } from '@japa/runner'
import { SETTINGS } from '#start/settings/all'

type Name = keyof typeof SETTINGS

/** What the rule makes of its variable among these. */
function read(name: Name, environment: Record<string, string>) {
  const before = { ...process.env }
  Object.assign(process.env, environment)
  try {
    return SETTINGS[name].rule.read(name, environment[name])
  } finally {
    for (const one of Object.keys(environment)) delete process.env[one]
    Object.assign(process.env, before)
  }
}

test.group('Settings of the store', () => {
  test('STORE=s3 needs a bucket and takes no nginx beside it', ({ assert }) => {
    const S3 = { STORE: 's3' }
    assert.throws(() => read('S3_BUCKET', S3), /"S3_BUCKET" is missing: STORE/)
    const nginx = { ...S3, NGINX_STORE_LOCATION: '/store/' }
    assert.throws(() => read('NGINX_STORE_LOCATION', nginx), /no nginx can read/)
    assert.equal(read('NGINX_STORE_LOCATION', { NGINX_STORE_LOCATION: '/store/' }), '/store/')
    assert.isNull(read('S3_BUCKET', { STORE: 'disk' }))
  })

  test('an address with a user is refused without being told', ({ assert }) => {
    const refused = ['https://key:hidden@s3.example.org', 'ftp://s3.example.org', 's3.example.org']
    for (const S3_ENDPOINT of refused) {
      assert.throws(() => read('S3_ENDPOINT', { S3_ENDPOINT }), /must be an address without a user/)
      assert.throws(() => read('S3_ENDPOINT', { S3_ENDPOINT }), /^((?!hidden).)*$/)
    }
  })

  test('half a pair of keys is refused, and the secret shows nowhere', ({ assert }) => {
    const half = { S3_SECRET_ACCESS_KEY: 'hidden' }
    assert.throws(() => read('S3_ACCESS_KEY_ID', half), /S3_SECRET_ACCESS_KEY is set/)
    assert.notInclude(inspect(read('S3_SECRET_ACCESS_KEY', half), { depth: 5 }), 'hidden')
  })

  test('a prefix ends with one slash, and leads nowhere else', ({ assert }) => {
    for (const S3_PREFIX of ['films', '/films/', 'films/']) {
      assert.equal(read('S3_PREFIX', { S3_PREFIX }), 'films/')
    }
    assert.equal(read('S3_PREFIX', {}), '')
    assert.throws(() => read('S3_PREFIX', { S3_PREFIX: 'a b' }), /give letters, digits and slashes/)
  })

  test('the bucket stands in the path where a server is named, unless told', ({ assert }) => {
    const S3_ENDPOINT = 'http://127.0.0.1:9000'
    assert.isFalse(read('S3_FORCE_PATH_STYLE', {}))
    assert.isTrue(read('S3_FORCE_PATH_STYLE', { S3_ENDPOINT }))
    assert.isFalse(read('S3_FORCE_PATH_STYLE', { S3_ENDPOINT, S3_FORCE_PATH_STYLE: 'false' }))
  })
})
