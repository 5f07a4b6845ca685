import { test } from '@japa/runner'
import { planEncode } from '#media/plan/encode_plan'
import { ffmpegArguments } from '#media/command/ffmpeg_arguments'
import {
  type InfoDifference,
  ladder,
  mediaInfo,
  recipe,
  renditionRecipe,
} from '#tests/fixtures/media_infos'

const PATHS = { inputPath: '/scratch/in put', outputDirectory: '/scratch/out put' }
const POSTER = { width: 640, atS: null }
const COPY = renditionRecipe({
  name: 'original',
  video: { policy: 'copy_if_web_safe', maxShortSide: null, maxLongSide: null, maxBitRate: null },
})

function argumentsFor(info: InfoDifference, wanted = recipe([renditionRecipe()], POSTER)) {
  return ffmpegArguments(planEncode(mediaInfo(info), wanted), PATHS)
}

function valueOf(args: string[], option: string): string | undefined {
  const at = args.indexOf(option)
  return at < 0 ? undefined : args[at + 1]
}

function countOf(args: string[], option: string): number {
  return args.filter((arg) => arg === option).length
}

test.group('ffmpegArguments, safety', () => {
  test('whitelists protocols and demuxers before every input', ({ assert }) => {
    const args = argumentsFor({}, recipe([COPY], POSTER))

    const inputs = args.flatMap((arg, at) => (arg === '-i' ? [at] : []))
    assert.lengthOf(inputs, 2)
    let from = 0
    for (const at of inputs) {
      const options = args.slice(from, at)
      assert.equal(valueOf(options, '-protocol_whitelist'), 'file')
      assert.include(valueOf(options, '-format_whitelist')!, 'matroska')
      assert.isDefined(valueOf(options, '-max_pixels'))
      from = at
    }
  })

  test('lets no demuxer in that opens other files', ({ assert }) => {
    const allowed = valueOf(argumentsFor({}), '-format_whitelist')!.split(',')

    for (const name of [
      'hls',
      'dash',
      'concat',
      'image2',
      'sdp',
      'rtsp',
      'lavfi',
      'png_pipe',
      'srt',
      'tedcaptions',
    ]) {
      assert.notInclude(allowed, name)
    }
  })

  test('never waits for an answer', ({ assert }) => {
    assert.includeMembers(argumentsFor({}), ['-nostdin', '-y', '-hide_banner'])
  })

  test('takes paths whole, whatever they hold', ({ assert }) => {
    const plan = planEncode(mediaInfo(), recipe([renditionRecipe()], POSTER))
    const inputPath = `/s/-y 'a" \n%d|concat:b`

    const args = ffmpegArguments(plan, { inputPath, outputDirectory: '/o/%03d x' })

    assert.equal(valueOf(args, '-i'), `file:${inputPath}`)
    assert.include(args, 'file:/o/%03d x/medium.mp4')
    assert.include(args, 'file:/o/%03d x/poster.jpg')
  })

  test('carries over neither titles nor chapters nor subtitles nor data', ({ assert }) => {
    const args = argumentsFor({})

    assert.equal(valueOf(args, '-map_metadata'), '-1')
    assert.equal(valueOf(args, '-map_chapters'), '-1')
    assert.includeMembers(args, ['-sn', '-dn'])
  })
})

test.group('ffmpegArguments, one decode', () => {
  test('reads the source once for a whole ladder and its poster', ({ assert }) => {
    const args = argumentsFor({}, recipe(ladder(), POSTER))

    assert.equal(countOf(args, '-i'), 1)
    assert.equal(countOf(args, '-filter_complex'), 1)
    assert.equal(countOf(args, 'libx264'), 4)
    assert.equal(args.filter((arg) => arg.startsWith('file:/scratch/out put/')).length, 5)
  })

  test('scales each rung from the one above, by lanczos', ({ assert }) => {
    const graph = valueOf(argumentsFor({}, recipe(ladder())), '-filter_complex')!.split(';')

    assert.match(graph[1], /^\[main\]scale=1920:1080:flags=lanczos.*split=2\[r0\]\[below1\]$/)
    assert.match(graph[2], /^\[below1\]scale=1280:720:flags=lanczos.*split=2\[r1\]\[below2\]$/)
    assert.match(graph[4], /^\[below3\]scale=640:360:flags=lanczos,setsar=1\[r3\]$/)
  })

  test('cascades from large to small in whatever order the recipe names them', ({ assert }) => {
    const graph = valueOf(argumentsFor({}, recipe(ladder().reverse())), '-filter_complex')!

    assert.match(graph, /\[main\]scale=1920:1080[^;]*\[r3\]/)
    assert.match(graph, /scale=640:360[^;]*\[r0\]$/)
  })

  test('decodes nothing where nothing is encoded', ({ assert }) => {
    const args = argumentsFor({}, recipe([COPY]))

    assert.notInclude(args, '-filter_complex')
    assert.equal(valueOf(args, '-c:v'), 'copy')
  })

  test('reads only seconds for the poster of a copy', ({ assert }) => {
    const args = argumentsFor({}, recipe([COPY], POSTER))

    assert.equal(valueOf(args, '-ss'), '5.996')
    assert.equal(valueOf(args, '-t'), '8')
    assert.match(valueOf(args, '-filter_complex')!, /^\[1:0\]split/)
  })
})

test.group('ffmpegArguments, pictures', () => {
  test('encodes by quality under a ceiling, High, 4:2:0, BT.709, index in front', ({ assert }) => {
    const args = argumentsFor({})

    assert.equal(valueOf(args, '-crf'), '23')
    assert.equal(valueOf(args, '-maxrate'), '2500000')
    assert.equal(valueOf(args, '-bufsize'), '5000000')
    assert.equal(valueOf(args, '-profile:v'), 'high')
    assert.equal(valueOf(args, '-pix_fmt'), 'yuv420p')
    assert.equal(valueOf(args, '-colorspace'), 'bt709')
    assert.equal(valueOf(args, '-movflags'), '+faststart')
  })

  test('sets no ceiling without one', ({ assert }) => {
    const wanted = renditionRecipe({ video: { maxBitRate: null } })

    const args = argumentsFor({ video: { bitRate: null } }, recipe([wanted]))

    assert.notInclude(args, '-maxrate')
  })

  test('tone-maps HDR and only HDR', ({ assert }) => {
    const graph = (hdr: 'pq' | 'hlg' | null) =>
      valueOf(argumentsFor({ video: { hdr } }), '-filter_complex')!

    assert.match(graph('pq'), /zscale=tin=smpte2084.*tonemap=tonemap=hable/)
    assert.match(graph('hlg'), /zscale=tin=arib-std-b67/)
    assert.notMatch(graph(null), /tonemap/)
  })

  test('weaves interlaced lines before anything is scaled', ({ assert }) => {
    const graph = valueOf(argumentsFor({ video: { isInterlaced: true } }), '-filter_complex')!

    assert.match(graph, /^\[0:0\]bwdif=[^;]*split/)
  })

  test('thins out more than 60 pictures a second first of all', ({ assert }) => {
    const graph = valueOf(argumentsFor({ video: { frameRate: 1_000_000 } }), '-filter_complex')!

    assert.match(graph, /^\[0:0\]fps=60/)
  })

  test('keeps uneven moments without reordering and says how long the last picture stays', ({
    assert,
  }) => {
    const video = { isVariableFrameRate: true, timeBase: '1/600', lastFrameS: 2 }

    const args = argumentsFor({ video })

    assert.equal(valueOf(args, '-fps_mode'), 'vfr')
    assert.equal(valueOf(args, '-enc_time_base:v'), '1:19200')
    assert.equal(valueOf(args, '-bf'), '0')
    assert.equal(valueOf(args, '-bsf:v'), 'setts=duration=38400')
  })

  test('takes the chosen streams and no others', ({ assert }) => {
    const args = argumentsFor({ video: { index: 3 }, audio: { index: 5 } })

    assert.match(valueOf(args, '-filter_complex')!, /^\[0:3\]/)
    assert.deepEqual(
      args.filter((_, at) => args[at - 1] === '-map'),
      ['[r0]', '0:5', '[poster]']
    )
  })
})

test.group('ffmpegArguments, sound', () => {
  test('makes AAC and fills gaps with silence', ({ assert }) => {
    const args = argumentsFor({})

    assert.equal(valueOf(args, '-c:a'), 'aac')
    assert.equal(valueOf(args, '-b:a'), '128000')
    assert.equal(valueOf(args, '-ac'), '2')
    assert.equal(valueOf(args, '-filter:a'), 'aresample=async=1:min_hard_comp=0.05:first_pts=0')
  })

  test('copies it beside copied pictures', ({ assert }) => {
    assert.equal(
      valueOf(argumentsFor({ audio: { bitRate: 96_000 } }, recipe([COPY])), '-c:a'),
      'copy'
    )
  })

  test('asks for none where there is none', ({ assert }) => {
    const args = argumentsFor({ audio: null })

    assert.include(args, '-an')
    assert.notInclude(args, '-c:a')
  })
})
