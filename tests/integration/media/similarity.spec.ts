import { join } from 'node:path'
import { test } from '@japa/runner'
import { planEncode } from '#media/plan/encode_plan'
import { probe } from '#media/probe/probe'
import { verifyRendition } from '#media/verify/verify'
import type { Ssim } from '#media/verify/ssim'
import * as clips from '#tests/fixtures/clips'
import { makeClip } from '#tests/fixtures/make_clip'
import { recipe } from '#tests/fixtures/media_infos'
import { BINARIES, LIMITS } from '#tests/integration/media/pictures'

const H264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p']
const RESULT = [
  ...H264,
  '-crf',
  '36',
  '-profile:v',
  'high',
  '-c:a',
  'aac',
  '-movflags',
  '+faststart',
]
const LENGTH_S = 9
const ANOTHER_FILM = ['-f', 'lavfi', '-i', `mandelbrot=s=320x180:r=25,trim=end=${LENGTH_S}`]

/** What a filter makes of a source on the way in, and of the result on the way out. */
interface Film {
  source: string
  result: string
  /** Taken for the result in place of the source. */
  other?: string[]
}

/** Long enough to be sampled. @throws MediaError where the result shows something else */
async function compare(folder: string, { source, result, other = [] }: Film): Promise<Ssim> {
  const encode = ['-vf', source, ...H264, '-c:a', 'aac']
  const path = await clips.landscapeClip(folder, {
    name: 'source.mp4',
    durationS: LENGTH_S,
    encode,
  })
  const info = await probe(path, { binaries: BINARIES, limits: LIMITS })
  const plan = planEncode(info, recipe())
  const file = join(folder, 'result.mp4')
  const from = [...other, '-i', path, '-filter_complex', `[0:v]${WEB_COLOURS},${result}[v]`]
  const map = ['-map', '[v]', '-map', other.length > 0 ? '1:a' : '0:a']
  await makeClip(file, [...from, ...map, ...RESULT])
  const proof = await verifyRendition(file, plan.renditions[0], {
    binaries: BINARIES,
    sourceSpans: info.spans,
    source: { path, plan: plan.source, warnings: [], encodeLog: '' },
  })
  return proof.similarity!.ssim!
}

/** As our own encodes do: small pictures come in SD's colours and leave in HD's. */
const WEB_COLOURS = 'scale=in_color_matrix=bt601:out_color_matrix=bt709:out_range=tv'
/** A still room in which one thing moves a little, as where people talk. */
const TALK = `drawbox=t=fill:c=gray,drawbox=w=80:h=iw:t=fill:c=brown[room];testsrc2=s=64x64:r=25:d=${LENGTH_S}[head];[room][head]overlay=x='130+30*sin(3*t)':y='60+10*cos(5*t)'`
const BLACK_AT_FIRST = "drawbox=t=fill:c=black:enable='lt(t,3.2)'"

interface Sabotage {
  what: string
  result: string
  source?: string
  other?: string[]
  says: RegExp
}

test.group('likeness of sampled spans', (group) => {
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('takes {what}')
    .with([
      { what: 'a plain encode', source: 'null' },
      { what: 'noise that the rate leaves out', source: 'noise=alls=60:allf=t' },
      { what: 'a film that is black all through', source: 'drawbox=t=fill:c=black' },
      { what: 'a still room in which little moves', source: TALK },
      { what: 'drawings of few colours', source: 'elbg=l=4:n=1,format=yuv420p' },
      { what: 'a film that fades', source: 'fade=out:0:225' },
    ])
    .run(async ({ assert, fs }, { source }) => {
      const ssim = await compare(fs.basePath, { source, result: 'null' })

      for (const { shape, level, shift } of ssim.spans) {
        assert.isAbove(shape, 0.9)
        assert.isBelow(level, 4)
        assert.equal(shift, 0)
      }
    })

  test('refuses {what}')
    .with<Sabotage[]>([
      {
        what: 'another part of the film',
        result:
          'split[a][b];[a]trim=start=4.5,setpts=PTS-STARTPTS[c];[b]trim=end=4.5[d];[c][d]concat',
        says: /likeness|differs/,
      },
      {
        what: 'a film 2 s late',
        result: 'tpad=50:start_mode=clone,trim=end=9',
        says: /2.00 s late/,
      },
      {
        what: 'a still room 2 s late',
        source: TALK,
        result: 'tpad=50:start_mode=clone,trim=end=9',
        says: /s late/,
      },
      {
        what: 'a film half a second early',
        result: 'trim=start=0.5,setpts=PTS-STARTPTS,tpad=stop=13:stop_mode=clone',
        says: /0.5\d s early/,
      },
      {
        what: 'pictures half green',
        result: 'drawbox=y=ih/2:h=ih/2:t=fill:c=green',
        says: /differs/,
      },
      {
        what: 'a film that is black from the middle',
        result: "drawbox=t=fill:c=black:enable='gte(t,4.5)'",
        says: /at [47].\d s it/,
      },
      {
        what: 'a film that stands still from the middle',
        result: 'trim=end=4.5,tpad=stop=112:stop_mode=clone',
        says: /likeness|differs/,
      },
      { what: 'another film', result: 'null', other: ANOTHER_FILM, says: /likeness|differs/ },
      { what: 'colours taken for each other', result: 'swapuv', says: /differs/ },
      { what: 'washed out colours', result: 'eq=contrast=0.7:brightness=0.1', says: /differs/ },
      {
        what: 'grey for black',
        source: 'drawbox=t=fill:c=black',
        result: 'drawbox=t=fill:c=gray',
        says: /differs by 1\d\d/,
      },
      {
        what: 'a film that begins black, where only the rest tells that it is mirrored',
        source: BLACK_AT_FIRST,
        result: 'hflip',
        says: /at [3-9].\d s it/,
      },
    ])
    .run(async ({ assert, fs }, { source = 'null', result, other, says }) => {
      const error = await compare(fs.basePath, { source, result, other }).catch((thrown) => thrown)

      assert.equal(error.code, 'RESULT_WRONG')
      assert.match(error.evidence, says)
    })

  test('looks beside a span in which nothing is to be seen', async ({ assert, fs }) => {
    const { spans } = await compare(fs.basePath, { source: BLACK_AT_FIRST, result: 'null' })

    assert.deepEqual(
      spans.map(({ startS }) => startS),
      [0, 1.85, 4.1, 7.1]
    )
    assert.isAbove(spans[0].flat, 0.9)
  })
})
