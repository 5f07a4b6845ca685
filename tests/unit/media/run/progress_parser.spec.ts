import { test } from '@japa/runner'
import { ProgressParser, type ProgressBlock } from '#media/run/progress_parser'

function blocksOf(...chunks: string[]): ProgressBlock[] {
  const blocks: ProgressBlock[] = []
  const parser = new ProgressParser((block) => blocks.push(block))
  for (const chunk of chunks) parser.add(Buffer.from(chunk))
  return blocks
}

test.group('ProgressParser', () => {
  test('reads a block', ({ assert }) => {
    const [block] = blocksOf(
      'frame=120\nfps=60.5\ntotal_size=4096\nout_time_us=4800000\nspeed=2.41x\nprogress=continue\n'
    )

    const read = {
      frame: 120,
      fps: 60.5,
      sizeBytes: 4096,
      outTimeS: 4.8,
      speed: 2.41,
      isEnd: false,
    }
    assert.deepEqual(block, read)
  })

  test('puts together what arrives in pieces', ({ assert }) => {
    const blocks = blocksOf(
      'frame=1\nout_ti',
      'me_us=1000000\nprogr',
      'ess=continue\nframe=2\nprogress=end\n'
    )

    assert.deepEqual(
      blocks.map(({ frame, outTimeS, isEnd }) => [frame, outTimeS, isEnd]),
      [
        [1, 1, false],
        [2, 0, true],
      ]
    )
  })

  test('knows nothing yet where ffmpeg says N/A, and starts at 0', ({ assert }) => {
    const [block] = blocksOf('out_time_us=N/A\nspeed=N/A\ntotal_size=N/A\nprogress=continue\n')
    const [negative] = blocksOf('out_time_us=-23000\nprogress=continue\n')

    assert.deepInclude(block, { outTimeS: 0, speed: null, sizeBytes: 0 })
    assert.equal(negative.outTimeS, 0)
  })

  test('makes nothing of {$self}')
    .with([
      'frame=1\n',
      'no line of ours\n\n\0\n',
      '=\n==\n',
      'progress\n',
      'progress =',
      `${'x'.repeat(100_000)}\n`,
    ])
    .run(({ assert }, text) => {
      assert.lengthOf(blocksOf(text), 0)
    })

  test('{written} is {read}')
    .with([
      { written: 'speed=1.5x', read: { speed: 1.5 } },
      { written: 'speed= 0.98x', read: { speed: 0.98 } },
      { written: 'speed=1e+03x', read: { speed: 1000 } },
      { written: 'speed=nanx', read: { speed: null } },
      { written: 'speed=', read: { speed: null } },
      { written: 'fps=0.00', read: { fps: 0 } },
      { written: 'fps=inf', read: { fps: null } },
      { written: 'frame=-', read: { frame: 0 } },
      { written: 'total_size=12', read: { sizeBytes: 12 } },
      { written: 'out_time_us=-9223372036854775807', read: { outTimeS: 0 } },
      { written: 'out_time_us=86400000000', read: { outTimeS: 86_400 } },
    ])
    .run(({ assert }, { written, read }) => {
      const [block] = blocksOf(`${written}\nprogress=continue\n`)

      assert.deepInclude(block, read)
    })

  test('keeps nothing from one block to the next', ({ assert }) => {
    const [, second] = blocksOf('frame=5\nspeed=2x\nprogress=continue\nprogress=end\n')

    assert.deepInclude(second, { frame: 0, speed: null, isEnd: true })
  })
})
