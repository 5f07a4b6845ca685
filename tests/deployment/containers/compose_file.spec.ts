import { test } from '@japa/runner'
import string from '@adonisjs/core/helpers/string'
import { OF_COMPOSE } from '#start/settings/of_ace'
import { SETTINGS } from '#start/settings/all'
import { compose, composed, PROFILES, SECRETS, type Service } from './composed.js'

const OURS = ['web', 'worker', 'scheduler', 'setup', 'bucket']

const isLasting = ({ says }: Service) => /unless-stopped/.test(says.get('restart') ?? '')

test.group('docker-compose.yml', () => {
  test('is understood by docker-compose, with each profile', async ({ assert }) => {
    for (const profile of PROFILES) {
      const { exitCode, transcript } = await compose(['--profile', profile, 'config'])
      assert.equal(exitCode, 0, transcript)
    }
  })

  test('is refused without its secrets, which it names', async ({ assert }) => {
    const { exitCode, transcript } = await compose(['config'], {
      ...{ APP_KEY: '', POSTGRES_PASSWORD: '' },
    })

    assert.notEqual(exitCode, 0)
    assert.match(transcript, /set (APP_KEY|POSTGRES_PASSWORD)/)
  })

  test('bounds and watches whatever lasts, and lets it end', async ({ assert }) => {
    const wanted = ['healthcheck', 'mem_limit', 'pids_limit', 'stop_grace_period']
    const lasting = (await composed()).filter(isLasting)

    assert.includeMembers(
      lasting.map(({ name }) => name),
      ['web', 'worker', 'scheduler', 'postgres', 'redis', 's3']
    )
    for (const { name, says } of lasting) {
      for (const key of wanted) assert.isTrue(says.has(key), `${name} says no ${key}`)
    }
  })

  test('names the version of every image that is not ours', async ({ assert }) => {
    for (const { name, says } of await composed()) {
      const image = says.get('image')!
      if (!OURS.includes(name)) assert.match(image, /^[\w./-]+:v?\d[\w.-]*$/, name)
    }
  })

  test('gives our containers nothing to write to but their volume, and no privilege', async ({
    assert,
  }) => {
    for (const { name, says } of (await composed()).filter((one) => OURS.includes(one.name))) {
      assert.equal(says.get('read_only'), 'true', name)
      assert.equal(says.get('cap_drop'), '- ALL', name)
      assert.equal(says.get('security_opt'), '- no-new-privileges:true', name)
      assert.isFalse(says.has('privileged'), name)
    }
  })

  test('lets a worker end later than it hands back what it runs', async ({ assert }) => {
    const worker = (await composed()).find(({ name }) => name === 'worker')!
    const graceS = string.seconds.parse(worker.says.get('stop_grace_period')!)

    assert.isAbove(graceS, string.seconds.parse(worker.environment.DRAIN_GRACE) + 10)
  })

  test('names settings alone, and values that are taken', async ({ assert }) => {
    const known = { ...SETTINGS, ...OF_COMPOSE }
    for (const { name, environment } of (await composed()).filter((s) => OURS.includes(s.name))) {
      for (const [setting, value] of Object.entries(environment)) {
        assert.property(known, setting, name)
        const { rule } = known[setting as keyof typeof known]
        assert.doesNotThrow(() => rule.read(setting, value))
      }
    }
  })

  test('hands on what an operator says of lanes, tags and the store', async ({ assert }) => {
    const said = { WORKER_LANES: 'encode', WORKER_TAGS: 'gpu', STORE: 's3', S3_BUCKET: 'films' }
    const services = await composed({ ...SECRETS, ...said })
    const worker = services.find(({ name }) => name === 'worker')!

    assert.containsSubset(worker.environment, said)
  })
})
