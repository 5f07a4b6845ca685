import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Import from '#jobs/imports/import'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { personOf } from '#tests/helpers/people'

const FILM = 'https://example.com/film.mp4?key=secret'

test.group('Imports in the console', (group) => {
  group.each.setup(() => cleanDatabase())

  test('each line is fetched by itself; what is refused stays in the box', async ({
    client,
    assert,
  }) => {
    const addresses = `${FILM}\r\n\n ftp://a.example/<b>\n/etc/passwd\n${FILM}`
    const answer = await client
      .post('/imports')
      .loginAs(await personOf('operator'))
      .withCsrfToken()
      .form({ addresses, preset: 'medium|audio_mp3', duplicate: 'reuse' })

    const [row, ...others] = await Import.all()
    assert.lengthOf(others, 0)
    assert.containsSubset(row.$attributes, { address: FILM, duplicate: 'reuse' })
    const page = answer.text()
    assert.include(page, '1 file is fetched.')
    assert.include(page, 'must begin with http:// or https://')
    assert.include(page, 'Files may not be taken from')
    assert.include(page, 'ftp://a.example/&lt;b&gt;\n/etc/passwd</textarea>')
    assert.include(page, 'No worker is alive')
    assert.notInclude(page, 'key=secret')
  })

  test('is given up and retried, and says what came of it', async ({ client, assert }) => {
    const user = await personOf('operator')
    const ask = (path: string, form = {}) =>
      client.post(path).loginAs(user).withCsrfToken().form(form)
    await ask('/imports', { addresses: FILM })
    const { id } = await Import.firstOrFail()

    assert.include((await ask(`/imports/${id}/cancellation`)).text(), '“film.mp4” is given up.')
    assert.include((await ask(`/imports/${id}/cancellation`)).text(), 'is cancelled already')
    assert.include((await ask(`/imports/${id}/retry`)).text(), '“film.mp4” is fetched anew.')
    await db.from('imports').update({
      ...{ status: 'failed', finished_at: new Date(), error_code: 'X' },
      ...{ error_message: '<script>alert(1)</script>', original_name: '<img src=x>' },
    })
    const page = (await client.get('/imports').loginAs(user)).text()
    assert.include(page, '&lt;script&gt;alert(1)')
    assert.include(page, '&lt;img src=x&gt;')
    assert.include(page, `action="/imports/${id}/retry"`)
  })

  test('viewers see no imports', async ({ client }) => {
    const viewer = await personOf('viewer')
    ;(await client.get('/imports').loginAs(viewer)).assertStatus(403)
  })
})
