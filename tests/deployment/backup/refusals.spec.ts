import { execFileSync } from 'node:child_process'
import { appendFile, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { test } from '@japa/runner'
import { BackupPlace } from '#app/library/backup/backup_place'
import type { Manifest } from '#app/library/backup/manifest'
import { openBackup } from '#app/library/restore/opened_backup'
import { requireReadable, requireVacant } from '#app/library/restore/may_restore'
import env from '#start/env'
import { aceJson, RunningCommand } from '#tests/helpers/ace'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { until } from '#tests/helpers/until'
import { contentsOf, SpareDatabase } from './spare_database.js'

/** A command begins within so long on a machine that has much to do. */
const SLOWLY_MS = 90_000

test.group('what is interrupted or wrong', (group) => {
  const spare = new SpareDatabase('spare')
  let folder: string
  group.each.setup(async ({ context }) => {
    await context.fs.mkdir('.')
    await cleanDatabase()
    await makeVideo({ title: 'Kept' })
    folder = join(context.fs.basePath, 'backup')
    await spare.create()
    return () => spare.remove()
  })

  const restore = (from = folder, ...flags: string[]) =>
    aceJson(['restore', from, ...flags], { DATABASE_URL: spare.url })
  const backup = async (...flags: string[]) => {
    const { code, stdout } = await aceJson(['backup', folder, ...flags])
    if (code !== 0) throw new Error(stdout)
    return manifest()
  }
  const manifest = async (): Promise<Manifest> =>
    JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))

  test('a backup that is killed is none, and the one before stays', async ({ assert, cleanup }) => {
    const before = await backup()
    const holder = await connected(process.env.DATABASE_URL!, cleanup)
    await holder.query('begin; lock table videos in access exclusive mode')
    const over = new RunningCommand(['backup', folder])
    cleanup(async () => void (await over.end('SIGKILL')))
    const watcher = await connected(process.env.DATABASE_URL!, cleanup) // a transaction sees but one moment of it
    await until(async () => (await workingOn(watcher, 'lock table')) > 0, SLOWLY_MS)
    await over.end('SIGKILL')
    await holder.query('rollback')

    const after = await restore()

    assert.equal(after.result.madeAt, before.madeAt)
    assert.equal((await spare.ask('select title from videos'))[0].title, 'Kept')
  })

  test('a file of it is restored as well, and is nobody else’s to read', async ({ assert }) => {
    const made = await aceJson(['backup', `${folder}.tar`])

    const restored = await restore(`${folder}.tar`)

    assert.equal(made.code, 0, made.stdout)
    assert.equal((await stat(`${folder}.tar`)).mode & 0o777, 0o600)
    assert.deepInclude(restored.result.files, { missing: 1, restored: 0 })
    assert.equal(restored.code, 1, 'the video’s file is in no store')
    assert.deepEqual(await contentsOf(spare.url), await contentsOf(process.env.DATABASE_URL!))
  })

  test('a restore that is killed, or meets a wrong byte, changes nothing', async ({
    assert,
    cleanup,
  }) => {
    const { tables } = await backup()
    await restore()
    await spare.ask(`update videos set title = 'Was there'`)
    const before = await contentsOf(spare.url)
    const path = join(folder, tables.find(({ name }) => name === 'videos')!.file)
    await rm(path)
    execFileSync('mkfifo', [path])

    const restoring = new RunningCommand(['restore', folder, '--replace'], {
      DATABASE_URL: spare.url,
    })
    cleanup(async () => void (await restoring.end('SIGKILL')))
    const watcher = await connected(process.env.DATABASE_URL!, cleanup)
    const isCopying = async () => (await workingOn(watcher, 'copy "videos"')) > 0
    await until(isCopying, SLOWLY_MS)
    await restoring.end('SIGKILL')
    await until(async () => !(await isCopying()))
    const afterKill = await contentsOf(spare.url)
    await rm(path)
    await appendFile(path, 'no rows')
    const wrong = await restore(folder, '--replace')

    assert.deepEqual(afterKill, before)
    assert.match(wrong.result.error.message, /videos.*not as it was written/)
    assert.deepEqual(await contentsOf(spare.url), before)
  })

  test('videos, processes and others in the database are not run over', async ({
    assert,
    cleanup,
  }) => {
    await backup()
    await restore()
    const wishes = { isReplacing: true, isOtherKey: false, appKey: '' }
    const looker = await connected(spare.url, cleanup)
    const may = (isReplacing = true) => requireVacant(looker, { ...wishes, isReplacing })

    await assert.rejects(() => may(false), /holds videos already.*--replace/)
    await spare.ask(
      `insert into workers (id, host_name, pid, concurrency) values ('w', 'far', 7, 1)`
    )
    await assert.rejects(may, /Workers are alive \(far, pid 7\)/)
    await spare.ask('truncate workers')
    const reader = await connected(`${spare.url}?application_name=reader`, cleanup)
    await assert.rejects(may, /Others are connected.*reader from/)
    await Promise.all([reader, looker].map((one) => one.end()))
    await spare.ask('create table recipes (id int)')
    const strange = await restore(folder, '--replace')
    assert.match(strange.result.error.message, /not Mediakeep's \("recipes"\)/)
    await spare.ask('drop table recipes')
    const replaced = await restore(folder, '--replace')
    assert.exists(replaced.result.madeAt, replaced.stdout)
  })

  test('another key, a newer version and half a backup are refused', async ({ assert }) => {
    const made = await backup()
    const known = made.migrations
    const appKey = env.get('APP_KEY').release()
    const wishes = { isReplacing: false, isOtherKey: false, appKey }
    const other = { ...wishes, appKey: `${appKey}!` }
    const newer = { ...made, migrations: [...known, 'database/migrations/999_fly'] }

    requireReadable(made, known, wishes)
    requireReadable(made, known, { ...other, isOtherKey: true })
    assert.throws(() => requireReadable(made, known, other), /another APP_KEY/)
    assert.throws(() => requireReadable(newer, known, wishes), /newer Mediakeep.*999_fly/)
    await rm(join(folder, 'manifest.json'))
    await assert.rejects(() => openBackup(folder), /no whole backup/)
    const parent = new BackupPlace(join(folder, '..'))
    await assert.rejects(() => parent.begin(new Date()), /holds other things \(backup\)/)
  })
})

/** A connection that ends with the test, also one that fails. */
async function connected(url: string, cleanup: (end: () => Promise<void>) => void) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  cleanup(() => client.end().catch(() => {}))
  return client
}

/** How many others work on a statement that begins so. */
async function workingOn(client: pg.Client, statement: string): Promise<number> {
  const { rows } = await client.query(
    `select from pg_stat_activity where state = 'active' and pid <> pg_backend_pid() and starts_with(query, $1)`,
    [statement]
  )
  return rows.length
}
