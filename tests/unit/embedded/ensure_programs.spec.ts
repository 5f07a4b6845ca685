import { test } from '@japa/runner'
import { CannotStart } from '#embedded/errors'
import { ensurePrograms, programPath } from '#embedded/machine/ensure_programs'

test.group('ensurePrograms', () => {
  test('says nothing when all is there', async ({ assert }) => {
    const said: string[] = []

    await ensurePrograms(['ffmpeg', 'ffprobe'], {}, (line) => said.push(line))

    assert.deepEqual(said, [])
  })

  test('takes the binary that a setting names', ({ assert }) => {
    assert.equal(programPath('ffmpeg', { FFMPEG_BINARY: process.execPath }), process.execPath)
  })

  test('installs nothing in place of a named binary that cannot be run', async ({ assert }) => {
    const settings = { FFMPEG_BINARY: '/nowhere/ffmpeg' }

    const error = await ensurePrograms(['ffmpeg'], settings, () => {}).catch((thrown) => thrown)

    assert.instanceOf(error, CannotStart)
    assert.include(error.message, 'FFMPEG_BINARY names /nowhere/ffmpeg')
  })
})
