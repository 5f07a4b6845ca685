import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { failedJob } from '#tests/helpers/failed_jobs'
import { personOf } from '#tests/helpers/people'
import type Job from '#jobs/job'

const HOSTILE = '<img src=x onerror=alert(1)>'

test.group('Attempts side by side', (group) => {
  group.each.setup(() => cleanDatabase())

  /** Another attempt of it, with the command that began with. */
  async function attempt(job: Job, number: number, of: Record<string, unknown>) {
    await db.table('attempts').insert({
      ...{ job_id: job.id, number, lease_token: number, worker_id: 'w2', status: 'failed' },
      ...{ cause: 'FFMPEG_KILLED', finished_at: db.raw('clock_timestamp()') },
      ...of,
    })
  }

  const command = (job: Job, token: number, ...rest: string[]) =>
    JSON.stringify(['ffmpeg', '-i', `/scratch/${job.id}-${token}/original`, ...rest])

  test('one alone is not compared, several are: how they ended, cost and differed', async ({
    client,
    assert,
  }) => {
    const job = await failedJob()
    const viewer = await personOf('viewer')
    const page = async () => {
      const answer = await client.get(`/jobs/${job.id}`).loginAs(viewer)
      answer.assertStatus(200)
      return answer.text().replace(/\s+/g, ' ')
    }
    assert.notInclude(await page(), 'side by side')

    await attempt(job, 2, {
      ...{ argv: command(job, 2, '-crf', '23'), exit: 'SIGKILL', speed: 1.25, cpu_s: 3 },
      timings: JSON.stringify({ probe: 20, plan: 3, encode: 4000 }),
    })
    await attempt(job, 3, {
      argv: command(job, 3, '-crf', '23'),
      usage: JSON.stringify({
        everyMs: 500,
        points: [
          [2, 1e6],
          [4, 9e6],
        ],
      }),
    })
    await attempt(job, 4, { argv: command(job, 4, '-crf', HOSTILE), worker_id: HOSTILE })
    const text = await page()

    const [table] = /<table class="compared">.*?<\/table>/.exec(text)!
    const row = (name: string) => {
      const [, cells] = new RegExp(`<th scope="row">${name}</th>(.*?)</tr>`).exec(table)!
      const told = cells.replace(/<[^>]*>/g, '|').split('|')
      return told.map((one) => one.trim()).filter((one) => one)
    }
    assert.deepEqual(row('Exit'), ['–', '–', 'SIGKILL', '–'])
    assert.deepEqual(row('Speed'), ['–', '–', '1.3×', '–'])
    assert.deepEqual(row('Came to'), ['–', '–', 'Encoding', '–'])
    assert.deepEqual(row('CPU'), ['–', '3s', '3s', '–'])
    assert.deepEqual(row('Memory at most'), ['–', '9 MB', '–', '–'])
    assert.deepEqual(row('Cause').at(-1), 'DISK_FULL')
    assert.includeMembers(row('Command'), [
      'other than in attempt 2',
      'as in attempt 2',
      'the first',
    ])
    assert.include(row('Command').join(' '), 'none ran')
    assert.notInclude(text, '<img src=x')
  })
})
