import { fileURLToPath } from 'node:url'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import {
  makeMigrationTables,
  ownMigrations,
  runMigrations,
} from '#app/library/restore/own_migrations'
import { aceJson } from '#tests/helpers/ace'
import { SpareDatabase } from './spare_database.js'

const ROOT = fileURLToPath(app.appRoot)
const OF_THEN = 20

test.group('a backup of an older version', (group) => {
  const older = new SpareDatabase('older')
  const spare = new SpareDatabase('spare')
  group.each.setup(async ({ context }) => {
    await context.fs.mkdir('.')
    for (const one of [older, spare]) await one.create()
    return async () => {
      for (const one of [older, spare]) await one.remove()
    }
  })

  test('is restored as it was and brought up to this version', async ({ assert, fs }) => {
    const names = await ownMigrations(ROOT)
    await migrateThen(older.url, names.slice(0, OF_THEN))
    await older.ask(
      `insert into videos (title, original_name, original_key, size_bytes, sha256, container, duration_s, width, height,
         video_codec, has_audio, media_info)
       values ('Old', 'old.mp4', 'originals/old.mp4', 7, '${'0'.repeat(64)}', 'mov', 1, 320, 180, 'h264', false, '{}')`
    )
    const tar = `${fs.basePath}/old.tar`

    const backup = await aceJson(['backup', tar], { DATABASE_URL: older.url })
    const restored = await aceJson(['restore', tar], { DATABASE_URL: spare.url })

    assert.equal(backup.code, 0, backup.stdout)
    assert.equal(restored.result.files?.missing, 1, restored.stdout)
    const ran = await spare.ask('select name from adonis_schema order by id')
    assert.deepEqual(
      ran.map(({ name }) => name),
      names
    )
    const [video] = await spare.ask('select id, title, tags from videos')
    assert.deepEqual(video, { id: 1, title: 'Old', tags: [] })
    const [tally] = await spare.ask(`select n, bytes from tallies where subject = 'videos'`)
    assert.deepEqual(tally, { n: 1, bytes: 7 })
    const [next] = await spare.ask(`select nextval('videos_id_seq') as id`)
    assert.equal(next.id, 2)
  })
})

async function migrateThen(url: string, names: string[]) {
  const connection = { connectionString: url }
  db.manager.add('older', { client: 'pg', connection })
  await db.connection('older').transaction(async (trx) => {
    await makeMigrationTables(trx)
    await runMigrations(names, { root: ROOT, trx })
  })
  await db.manager.close('older', true)
}
