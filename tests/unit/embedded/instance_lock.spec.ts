import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, writeFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { identityOf } from '#embedded/machine/process_identity'
import { lockHolder, releaseLock, takeLock } from '#embedded/supervision/instance_lock'

test.group('takeLock', (group) => {
  let path: string
  group.each.setup(async ({ context }) => {
    path = `${context.fs.basePath}/up.lock`
    await context.fs.mkdir('.')
  })

  test('takes a free lock and gives it back', ({ assert }) => {
    const holder = takeLock(path)
    const held = lockHolder(path)
    releaseLock(path)

    assert.isNull(holder)
    assert.equal(held?.pid, process.pid)
    assert.isNull(lockHolder(path))
  })

  test('says who holds it', async ({ assert }) => {
    const other = spawn('sleep', ['60'])
    await once(other, 'spawn')
    await writeFile(path, JSON.stringify(identityOf(other.pid!)))

    const holder = takeLock(path)
    other.kill('SIGKILL')

    assert.equal(holder?.pid, other.pid)
  })

  test('takes over the lock of a process that has died', async ({ assert }) => {
    const other = spawn('sleep', ['60'])
    await once(other, 'spawn')
    await writeFile(path, JSON.stringify(identityOf(other.pid!)))
    other.kill('SIGKILL')
    await once(other, 'exit')

    assert.isNull(takeLock(path))
  })

  test('a later process with the same pid does not hold it', async ({ assert }) => {
    await writeFile(path, JSON.stringify({ pid: process.ppid, bornAt: 'before the last boot' }))

    assert.isNull(takeLock(path))
  })

  test('leaves no other file behind', async ({ assert, fs }) => {
    await writeFile(path, 'half a li')

    takeLock(path)

    assert.deepEqual(await readdir(fs.basePath), ['up.lock'])
  })
})
