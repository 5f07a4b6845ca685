import { test } from '@japa/runner'
import { chapters } from '#http/openapi/docs/chapters'
import { inlineWords } from '#http/openapi/docs/inline_words'

test.group('The docs of the API', () => {
  const all = chapters('https://media.example.org')

  test('are read without signing in, and tell every call', async ({ client, assert }) => {
    const first = await client.get('/docs/api')
    first.assertStatus(200)
    for (const { slug, operations } of all) {
      const page = await client.get(`/docs/api/${slug}`)
      page.assertStatus(200)
      assert.include(first.text(), `/docs/api/${slug}`)
      for (const { id } of operations) assert.include(page.text(), `id="${id}"`)
    }
  })

  test('a chapter that is not there is 404', async ({ client }) => {
    const answer = await client.get('/docs/api/<script>')

    answer.assertStatus(404)
    answer.assertTextIncludes('/docs/api')
  })

  test('show a request to copy, with the server’s own address and real values', ({ assert }) => {
    const curls = new Map(
      all.flatMap(({ operations }) => operations.map(({ id, curl }) => [id, curl]))
    )
    const token = '-H "Authorization: Bearer $TOKEN"'

    assert.equal(
      curls.get('startJob'),
      `curl ${token} \\\n  --json '{"preset":"medium"}' \\\n  https://media.example.org/api/v1/videos/1/jobs`
    )
    assert.include(curls.get('uploadVideo'), '-F video=@video.mov')
    assert.include(curls.get('deleteVideo'), '-X DELETE')
    assert.notInclude(curls.get('getDescription'), 'Bearer')
    for (const [id, curl] of curls) assert.notMatch(curl!, /[{]\w+[}]/, id)
  })

  test('list each field with its type, limits and usual value', ({ assert }) => {
    const operations = all.flatMap((chapter) => chapter.operations)
    const batch = operations.find(({ id }) => id === 'startBatch')!.body!.variants[0].fields
    const job = operations.find(({ id }) => id === 'getJob')!.answers[0].fields

    assert.deepInclude(batch, {
      ...{ name: 'canary_size', type: 'whole number', limits: ['0 to 10,000'], usual: null },
      isRequired: false,
      description: 'So many run first; the others follow when one of them completed',
    })
    assert.include(
      batch.find(({ name }) => name === 'status')!,
      { usual: 'pending' }
    )
    assert.include(
      job.find(({ name }) => name === 'attempts[].cause.code')!,
      { type: 'text' }
    )
    assert.include(
      job.find(({ name }) => name === 'batch_id')!,
      { type: 'whole number, or null' }
    )
  })

  test('nothing in a description becomes HTML but code', ({ assert }) => {
    assert.equal(inlineWords('`a<b` & <i>'), '<code>a&lt;b</code> &amp; &lt;i&gt;')
  })
})
