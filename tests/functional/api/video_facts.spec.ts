import { test } from '@japa/runner'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { landscapeClip } from '#tests/fixtures/clips'
import { tokenOf } from '#tests/helpers/people'
import { ingest, startJob, workOn } from '#tests/helpers/work'

test.group('A video in the API', (group) => {
  group.each.setup(() => cleanDatabase())

  test('tells its facts, and its analysis once there is one', async ({ client, assert, fs }) => {
    await fs.mkdir('.')
    const token = await tokenOf('viewer')
    const video = await ingest(await landscapeClip(fs.basePath))
    const show = () => client.get(`/api/v1/videos/${video.id}`).bearerToken(token)

    const before = (await show()).body()
    await workOn(await startJob(video))
    const { analysis } = (await show()).body()

    assert.deepInclude(before, { analysis: null, audio_channels: 1, audio_layout: 'mono' })
    assert.deepInclude(before, { is_variable_frame_rate: false, hdr: null, warnings: [] })
    assert.lengthOf(analysis.colours.red, 64)
    assert.isNumber(analysis.loudness.integrated_lufs)
  })
})
