import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import { MediaError } from '#media/errors'
import * as clips from '#tests/fixtures/clips'
import * as torture from '#tests/fixtures/torture_clips'
import { throughEngine } from '#tests/integration/media/engine_run'
import * as frames from '#tests/integration/media/frames'
import * as see from '#tests/integration/media/pictures'

type End = Awaited<ReturnType<typeof throughEngine>> | MediaError

/** What became of a file; surprises are thrown. */
function endOf(path: string): Promise<End> {
  return throughEngine(path).catch((error) => {
    if (error instanceof MediaError) return error
    throw error
  })
}

const REFUSED = 'refused'
const WARNED = 'warned'

test.group('engine, cut files', (group) => {
  group.each.timeout(60_000)
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  /** What the index promises and the data holds decides; what is read without one promises nothing. */
  const cuts: { kind: torture.WholeFile; part: number; becomes: string }[] = [
    { kind: 'moov first', part: 0.1, becomes: REFUSED },
    { kind: 'moov first', part: 0.4, becomes: REFUSED },
    { kind: 'moov first', part: 0.9, becomes: WARNED },
    { kind: 'moov first', part: 0.99, becomes: WARNED },
    { kind: 'moov last', part: 0.1, becomes: REFUSED },
    { kind: 'moov last', part: 0.5, becomes: REFUSED },
    { kind: 'moov last', part: 0.99, becomes: REFUSED },
    { kind: 'mkv', part: 0.1, becomes: REFUSED },
    { kind: 'mkv', part: 0.4, becomes: REFUSED },
    { kind: 'mkv', part: 0.9, becomes: WARNED },
    { kind: 'webm', part: 0.9, becomes: WARNED },
  ]

  test('a {kind} file cut after {part} is {becomes}')
    .with(cuts)
    .run(async ({ assert, fs }, { kind, part, becomes }) => {
      const whole = await torture.richClip(fs.basePath, kind)

      const end = await endOf(await torture.cutAt(whole, part))

      if (becomes === REFUSED) {
        assert.instanceOf(end, MediaError)
        assert.equal((end as MediaError).code, 'INPUT_TRUNCATED')
        assert.isFalse((end as MediaError).canRetryHelp)
      } else {
        await assertTells(assert, end, part)
      }
    })

  test('a {kind} file cut after {part} gives what it holds')
    .with([
      { kind: 'ts', part: 0.3 },
      { kind: 'ts', part: 0.5 },
      { kind: 'ts', part: 0.9 },
      { kind: 'ts', part: 0.99 },
      { kind: 'fragments', part: 0.5 },
      { kind: 'fragments', part: 0.9 },
      { kind: 'avi', part: 0.5 },
      { kind: 'avi', part: 0.9 },
    ] as const)
    .run(async ({ assert, fs }, { kind, part }) => {
      const whole = await torture.richClip(fs.basePath, kind)

      const end = await endOf(await torture.cutAt(whole, part))

      assert.notInstanceOf(end, MediaError)
      await assertHolds(assert, end, part)
    })

  async function assertTells(assert: Assert, end: End, part: number): Promise<void> {
    assert.notInstanceOf(end, MediaError)
    const { info, proofs } = end as Exclude<End, MediaError>
    assert.isNotEmpty([...info.warnings, ...(proofs[0].warnings ?? [])])
    await assertHolds(assert, end, part)
  }

  /** Two seconds were there; the first picture is the whole file's. */
  async function assertHolds(assert: Assert, end: End, part: number): Promise<void> {
    const { result, proofs } = end as Exclude<End, MediaError>
    assert.closeTo(proofs[0].durationS, 2 * part, 0.5)
    const [first] = await frames.framesOf(result, { most: 1 })
    assert.isAbove(frames.variance(first), 1000)
  }
})

test.group('engine, bad storage', (group) => {
  group.each.timeout(60_000)
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  const kinds = ['moov first', 'mkv', 'ts', 'avi', 'webm'] as const
  const flips = kinds.flatMap((kind) => [
    { kind, every: 400, seed: 1 },
    { kind, every: 3000, seed: 2 },
  ])

  test('flipped bits end in a whole result or in words: {kind}, one bit in {every} bytes')
    .with(flips)
    .run(async ({ assert, fs }, { kind, every, seed }) => {
      const whole = await torture.richClip(fs.basePath, kind)

      const end = await endOf(await torture.bitFlipped(whole, every, seed))

      if (end instanceof MediaError) {
        assert.notEqual(end.evidence, '')
        assert.notInclude(['FFMPEG_FAILED', 'FFMPEG_CRASHED'], end.code)
      } else {
        assert.isTrue(end.proofs[0].checks.every(({ ok }) => ok))
        assert.isAbove((await see.picturesAt(end.result)).length, 20)
      }
    })

  test('many flipped bits are told where the file is taken')
    .with(['moov first', 'ts'] as const)
    .run(async ({ assert, fs }, kind) => {
      const whole = await torture.richClip(fs.basePath, kind)

      const end = await endOf(await torture.bitFlipped(whole, 400, 3))

      const told = end instanceof MediaError ? [end] : (end.proofs[0].warnings ?? [])
      assert.isNotEmpty(told)
    })
})

test.group('engine, names', (group) => {
  group.each.timeout(60_000)
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('takes {$self} as a name')
    .with([
      `it's "quoted" \`here\`.mp4`,
      'two\nlines.mp4',
      '-i -y.mp4',
      '--help',
      'жук 視頻 🎬 é.mp4',
      'فيديو.mp4',
      '%03d [0:v];out,put=1\\:.mp4',
      'concat:a|b.mp4',
      'http:x.mp4',
      `${'x'.repeat(240)}.mp4`,
      '$(touch owned).mp4',
      ' ',
    ])
    .run(async ({ assert, fs }, name) => {
      const plain = await torture.cornersClip(fs.basePath)
      const source = join(fs.basePath, name)
      await copyFile(plain, source)

      const { result, poster } = await throughEngine(source)

      for (const path of [result, poster]) {
        const [first] = await frames.framesOf(path, { channels: 3, most: 1 })
        assert.isAbove(frames.colour(first, frames.QUADRANTS.topLeft).red, 200)
        assert.isAbove(frames.colour(first, frames.QUADRANTS.bottomLeft).blue, 200)
      }
      assert.isFalse(await fs.exists('owned'))
    })

  test('{$i}: what is no video is refused by its content')
    .with([
      { make: clips.emptyFile, code: 'INPUT_EMPTY' },
      { make: clips.renamedText, code: 'INPUT_UNREADABLE' },
      {
        make: (folder: string) => clips.disguisedPlaylist(folder, join(folder, 'corners.mp4')),
        code: 'INPUT_MANIFEST',
      },
      {
        make: (folder: string) => clips.disguisedConcat(folder, join(folder, 'corners.mp4')),
        code: 'INPUT_MANIFEST',
      },
    ])
    .run(async ({ assert, fs }, { make, code }) => {
      await torture.cornersClip(fs.basePath)

      const end = await endOf(await make(fs.basePath))

      assert.equal(end instanceof MediaError ? end.code : 'taken', code)
    })
})
