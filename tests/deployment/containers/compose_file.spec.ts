import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { runProgram } from '#embedded/machine/run_program'

const SECRETS = { APP_KEY: 'a'.repeat(32), POSTGRES_PASSWORD: 'b'.repeat(32) }

function compose(env: NodeJS.ProcessEnv) {
  const argv = ['docker-compose', '--file', app.makePath('docker-compose.yml'), 'config']
  return runProgram(argv, { cwd: app.makePath(), env: { ...process.env, ...env } })
}

test.group('docker-compose.yml', () => {
  test('is understood by docker-compose', async ({ assert }) => {
    const { exitCode, transcript } = await compose(SECRETS)

    assert.equal(exitCode, 0, transcript)
  })

  test('is refused without its secrets, which it names', async ({ assert }) => {
    const { exitCode, transcript } = await compose({ APP_KEY: '', POSTGRES_PASSWORD: '' })

    assert.notEqual(exitCode, 0)
    assert.match(transcript, /set (APP_KEY|POSTGRES_PASSWORD)/)
  })
})
