import { test } from '@japa/runner'
import { namedPaths } from '#media/run/named_paths'

test.group('namedPaths', () => {
  test('what follows -i is read, other files are written', ({ assert }) => {
    const args = ['-v', 'error', '-i', 'file:/in/a b.mp4', '-map', '0:v', 'file:/out/x.mp4']

    assert.deepEqual(namedPaths(args), { reads: ['/in/a b.mp4'], writes: ['/out'] })
  })

  test('without any -i, what is named is read', ({ assert }) => {
    const args = ['-show_format', '-of', 'json', 'file:/in/clip.mp4']

    assert.deepEqual(namedPaths(args), { reads: ['/in/clip.mp4'], writes: [] })
  })

  test('names each place once', ({ assert }) => {
    const args = ['-i', 'file:/in/a.mp4', 'file:/out/1.mp4', 'file:/out/2.jpg', '/out/3.txt']

    assert.deepEqual(namedPaths(args), { reads: ['/in/a.mp4'], writes: ['/out'] })
  })

  test('takes the folder of a pattern', ({ assert }) => {
    assert.deepEqual(namedPaths(['-i', 'file:/in/frame_%03d.png', '-']).reads, ['/in'])
  })

  test('opens neither pipes, devices, generated pictures nor the whole disk')
    .with(['pipe:1', '-', '/dev/null', '/file.mp4', 'testsrc2=d=1', 'file:/x.mp4'])
    .run(({ assert }, arg) => {
      assert.deepEqual(namedPaths(['-i', 'testsrc2', arg]).writes, [])
    })
})
