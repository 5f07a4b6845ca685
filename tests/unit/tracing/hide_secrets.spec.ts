import { test } from '@japa/runner'
import { passwordIn, secretHider } from '#tracing/hide_secrets'

const hide = secretHider(['top "secret" value', 'short', null])

test.group('Secrets in a line of the log', () => {
  test('what is secret by its looks is blanked: {$i}')
    .with([
      ['postgres://me:hunter22@db:5432/x', 'postgres://***@db:5432/x'],
      ['{"authorization":"Bearer mk_MQ.abcdefghijk"}', '{"authorization":"***"}'],
      ['sent Bearer mk_MQ.abcdefghijk here', 'sent Bearer *** here'],
      ['the token mk_MQ.abcdefghijk', 'the token mk_***'],
      ['whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD', 'whsec_***'],
      ['GET /a?X-Amz-Signature=abc&part=1', 'GET /a?X-Amz-Signature=***&part=1'],
      [`/media/${'x'.repeat(40)}/medium`, '/media/***/medium'],
      ['{"a":{"password":"p\\"q","b":1}}', '{"a":{"password":"***","b":1}}'],
      [
        '{"msg":"{\\"secret\\":\\"abc\\",\\"b\\":1}"}',
        '{"msg":"{\\"secret\\":\\"***\\",\\"b\\":1}"}',
      ],
    ] as const)
    .run(({ assert }, [line, bare]) => assert.equal(hide(line), bare))

  test('an installation’s own is blanked however it is written', ({ assert }) => {
    const value = 'top "secret" value'

    const lines = [`x ${value}`, JSON.stringify({ value }), `?v=${encodeURIComponent(value)}`]

    assert.deepEqual(lines.map(hide), ['x ***', '{"value":"***"}', '?v=***'])
  })

  test('words that are no secret stay', ({ assert }) => {
    const line =
      '{"level":30,"time":1,"msg":"a token was short","requestId":"0af7","url":"https://a.example/b?page=2"}'

    assert.equal(hide(line), line)
  })

  test('the password of an address is known', ({ assert }) => {
    const found = ['redis://:p%40ss@r:1', 'redis://r:1', 'nonsense', undefined].map(passwordIn)

    assert.deepEqual(found, ['p@ss', null, null, null])
  })
})
