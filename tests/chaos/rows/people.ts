import { until } from '../../helpers/until.js'
import { brokenUpload, canDelete } from '../faults_of_people.js'
import { inject, jobOf, untilEnded, type Row } from '../row.js'

/** Files that are not what their names say, and read other files when they are believed. */
const DISGUISED: Record<string, string> = {
  'a playlist':
    '#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n',
  'a list to join': "ffconcat version 1.0\nfile '/etc/passwd'\n",
  'a manifest':
    '<?xml version="1.0"?><MPD><Period><AdaptationSet><BaseURL>/etc/passwd</BaseURL></AdaptationSet></Period></MPD>',
  'a page': '<html><body>no video</body></html>',
  'a picture of nothing': '\x89PNG\r\n\x1a\n',
  'nothing but noise': 'noise '.repeat(5_000),
}

export const PEOPLE_ROWS: Row[] = [
  {
    row: 28,
    title: 'uploads broken off leave nothing behind',
    isShort: true,
    run: async ({ world, assert }) => {
      const count = 'select count(*)::int as count from videos'
      const before = await world.postgres.row<{ count: number }>(count)
      for (let at = 0; at < 10; at++) {
        await brokenUpload(world)
        world.hit()
      }
      const after = await world.postgres.row<{ count: number }>(count)
      assert.equal(after.count, before.count)
    },
  },
  {
    row: 29,
    title: 'reminders five times, requests twenty times: each job once',
    isShort: true,
    run: async ({ world, assert }) => {
      const ids = await world.submit(4, 'film')
      assert.isTrue(await inject(world, 'every reminder five times'))
      const { videoId } = world.ledger.jobs.get(ids[3])!
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => world.client.ask(videoId, 'low'))
      )
      world.hit()
      const statuses = answers.map(({ status }) => status).sort()
      assert.deepEqual(statuses, [202, ...Array.from({ length: 19 }, () => 409)])
      await untilEnded(world, ids)
      for (const id of ids) assert.deepEqual((await jobOf(world, id)).attempts, ['completed'])
    },
  },
  {
    row: 31,
    title: 'cancelled by many at once: ends within ten seconds, stays so',
    isShort: true,
    run: async ({ world, assert }) => {
      const [id] = await world.submit(1, 'slow')
      await world.running([id])
      const askedAt = Date.now()
      await Promise.all(Array.from({ length: 10 }, () => world.client.cancel(id)))
      world.hit()
      await untilEnded(world, [id], 20_000)
      assert.isBelow(Date.now() - askedAt, 10_000)
      assert.equal((await jobOf(world, id)).status, 'cancelled')
    },
  },
  {
    row: 31,
    title: 'cancelled and retried in turns: one end',
    run: async ({ world }) => {
      await world.submit(2, 'slow')
      await inject(world, 'cancelled and retried in turns')
      await inject(world, 'cancelled and retried in turns')
    },
  },
  {
    row: 31,
    title: 'a video deleted while it is worked on: rows and files go, nothing comes back',
    run: async ({ world, assert, skip }) => {
      if (!(await canDelete(world))) return skip('the API deletes no videos')
      const [id] = await world.submit(1, 'slow')
      await world.running([id])
      const { videoId } = world.ledger.jobs.get(id)!
      const { status } = await world.client.delete(videoId)
      world.hit()
      assert.isBelow(status, 300)
      await until(async () => {
        const rows = await world.postgres.rows('select 1 from videos where id = $1', [videoId])
        return rows.length === 0
      }, 30_000)
    },
  },
  {
    row: 40,
    title: 'files that are no videos are refused, and leave nothing behind',
    run: async ({ world, assert }) => {
      for (const [what, text] of Object.entries(DISGUISED)) {
        const bytes = Buffer.from(text, 'latin1')
        const title = world.client.nextTitle()
        const { status, body } = await world.client.uploadBytes(title, bytes, 'mobile')
        world.hit()
        assert.isAtLeast(status, 400, what)
        assert.isBelow(status, 500, what)
        assert.match(body.code, /^(INPUT_|E_)/, what)
      }
    },
  },
]
