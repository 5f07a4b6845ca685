import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Job from '#jobs/job'
import { ace, aceJson } from '#tests/helpers/ace'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { startJob } from '#tests/helpers/work'

async function failed(cause: string): Promise<Job> {
  const job = await startJob(await makeVideo())
  const failure = { status: 'failed', failure_cause: cause, finished_at: db.raw('now()') }
  await db.from('jobs').where('id', job.id).update(failure)
  return job
}

const standing = async () =>
  (await Job.query().where('status', 'failed').whereNull('dismissed_at')).map(({ id }) => id)

test.group('dismiss', (group) => {
  group.each.setup(() => cleanDatabase())

  test('takes the named failures, those of a cause, or all of them', async ({ assert }) => {
    const one = await failed('DISK_FULL')
    const other = await failed('DISK_FULL')
    const cut = await failed('INPUT_TRUNCATED')
    const last = await failed('TIME_LIMIT')

    const named = await aceJson(['dismiss', one.id, cut.id, '--yes'])
    assert.sameMembers(named.result.dismissed, [one.id, cut.id])
    assert.sameMembers(await standing(), [other.id, last.id])

    const ofCause = await ace(['dismiss', '--cause', 'DISK_FULL', '--yes'])
    assert.include(ofCause.stdout, '1 failure dismissed')
    assert.deepEqual(await standing(), [last.id])

    assert.equal((await ace(['dismiss', '--all', '--yes'])).code, 0)
    assert.deepEqual(await standing(), [])
    assert.lengthOf(await db.from('audit').where({ action: 'jobs.dismissed', via: 'ace' }), 3)
    assert.include((await ace(['dismiss', '--all'])).stdout, 'there is nothing to dismiss')
  })

  test('asks before, and where nobody can be asked it says so', async ({ assert }) => {
    const job = await failed('DISK_FULL')

    const end = await ace(['dismiss', job.id])

    assert.notEqual(end.code, 0)
    assert.include(end.stderr, 'add --yes')
    assert.deepEqual(await standing(), [job.id])
  })

  test('wants one way to say which, and knows jobs and causes', async ({ assert }) => {
    const wrong = [
      { args: ['dismiss'], says: 'Say what to dismiss' },
      { args: ['dismiss', '--all', '--cause', 'DISK_FULL'], says: 'one of them' },
      { args: ['dismiss', '--cause', 'NOPE'], says: 'monitor --failures' },
      { args: ['dismiss', 'that-one', '--yes'], says: 'There is no job that-one' },
    ]
    const ends = await Promise.all(wrong.map(({ args }) => ace(args)))

    for (const [at, { says }] of wrong.entries()) {
      assert.notEqual(ends[at].code, 0)
      assert.include(ends[at].stderr, says)
    }
  })
})
