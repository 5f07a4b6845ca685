import { test } from '@japa/runner'
import { BoundedOutput } from '#media/run/bounded_output'

const KIB = 1024

test.group('BoundedOutput', () => {
  test('keeps short output whole', ({ assert }) => {
    const output = new BoundedOutput()
    output.add(Buffer.from('one '))
    output.add(Buffer.from('two'))

    assert.equal(output.text(), 'one two')
  })

  test('keeps the first and the last 64 KiB and says what is missing', ({ assert }) => {
    const output = new BoundedOutput()
    output.add(Buffer.from('first'))
    for (let n = 0; n < 200; n++) output.add(Buffer.alloc(KIB, '.'))
    output.add(Buffer.from('last'))

    const text = output.text()
    assert.isTrue(text.startsWith('first'))
    assert.isTrue(text.endsWith('last'))
    assert.isBelow(text.length, 129 * KIB)
    assert.match(text, /\.\.\. \d+ bytes left out \.\.\./)
  })
})
