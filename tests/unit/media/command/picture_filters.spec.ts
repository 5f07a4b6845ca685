import { test } from '@japa/runner'
import { pictureFilters } from '#media/command/picture_filters'
import { drawText } from '#media/command/text_filter'
import { CORNERS, type FilterRecipe, type TextWatermark } from '#media/recipe/filter_recipe'

const PLACE = { width: 1280, height: 720, label: 'r0', watermarkInput: 1, fontFile: null }
const TEXT: TextWatermark = {
  ...{ kind: 'text', text: 'Mediakeep', corner: 'bottom_right', size: 0.05, opacity: 0.7 },
}

test.group('pictureFilters', () => {
  test('words {wanted.kind}')
    .with([
      { wanted: { kind: 'grayscale' }, words: /^hue=s=0$/ },
      { wanted: { kind: 'sepia' }, words: /^scale=.*gbrp,colorchannelmixer=\.34:\.665:\.163/ },
      { wanted: { kind: 'edges' }, words: /^edgedetect=.*hue=s=0$/ },
      { wanted: { kind: 'enhance' }, words: /^lutyuv=.*eq=.*unsharp=/ },
      { wanted: { kind: 'deinterlace' }, words: /^$/ },
      { wanted: { kind: 'stabilise' }, words: /^deshake=/ },
      { wanted: { kind: 'blur', strength: 1 }, words: /^gblur=sigma=28\.8:steps=2$/ },
      { wanted: { kind: 'blur', strength: 0 }, words: /^gblur=sigma=0\.01:steps=2$/ },
      { wanted: { kind: 'sharpen', strength: 0.5 }, words: /^unsharp=5:5:1\.5:5:5:0$/ },
      { wanted: { kind: 'denoise', strength: 0.5 }, words: /^hqdn3d=6$/ },
      { wanted: { kind: 'denoise', strength: 0 }, words: /^hqdn3d=0\.01$/ },
      {
        wanted: { kind: 'adjust', contrast: 1.5, brightness: -0.2, saturation: 0 },
        words: /^eq=contrast=1\.5:brightness=-0\.2:saturation=0$/,
      },
      {
        wanted: { kind: 'image', corner: 'top_left', size: 0.25, opacity: 0.5 },
        words: /\[1:v:0\]format=rgba,.*aa=0\.5.*\[r0f0w\];.*overlay=x=22:y=22/,
      },
    ] as { wanted: FilterRecipe; words: RegExp }[])
    .run(({ assert }, { wanted, words }) => {
      assert.match(pictureFilters([wanted], PLACE), words)
    })

  test('follow each other in the order of the recipe', ({ assert }) => {
    const chain = pictureFilters(
      [{ kind: 'grayscale' }, { kind: 'deinterlace' }, { kind: 'blur', strength: 0.5 }],
      PLACE
    )

    assert.equal(chain, 'hue=s=0,gblur=sigma=14.4:steps=2')
  })

  test('two pictures laid over one have labels of their own', ({ assert }) => {
    const image = { kind: 'image', corner: 'center', size: 0.1, opacity: 1 } as const

    const labels = pictureFilters([image, image], PLACE).match(/\[r0f\d[wb]\]/g)

    assert.lengthOf(new Set(labels), 4)
  })

  test('blur is as strong on every rung', ({ assert }) => {
    const sigma = (height: number) =>
      Number(
        /sigma=([\d.]+)/.exec(
          pictureFilters([{ kind: 'blur', strength: 0.5 }], { ...PLACE, height })
        )![1]
      )

    assert.closeTo(sigma(360) * 2, sigma(720), 0.01)
  })
})

/** ffmpeg's av_get_token: a backslash keeps the next letter, quotes keep all, a terminator ends. */
function token(text: string, terminators: string): { value: string; rest: string } {
  let value = ''
  let at = 0
  for (; at < text.length && !terminators.includes(text[at]); at++) {
    if (text[at] === '\\' && at + 1 < text.length) value += text[++at]
    else if (text[at] === "'") {
      const end = text.indexOf("'", at + 1)
      value += text.slice(at + 1, end < 0 ? undefined : end)
      at = end < 0 ? text.length : end
    } else value += text[at]
  }
  return { value, rest: text.slice(at) }
}

/** The options of a lone filter of a graph, as ffmpeg would read them. */
function optionsOf(filter: string): Map<string, string> {
  const graph = token(filter.slice(filter.indexOf('=') + 1), '[],;')
  if (graph.rest) throw new Error(`the filter ends before ${graph.rest}`)
  const options = new Map<string, string>()
  for (let text = graph.value; text;) {
    const at = text.indexOf('=')
    const { value, rest } = token(text.slice(at + 1), ':')
    options.set(text.slice(0, at), value)
    text = rest.slice(1)
  }
  return options
}

test.group('drawText', () => {
  test('writes {$self} and nothing else')
    .with([
      'Mediakeep',
      `it's "quoted"`,
      "'''",
      'a:b:c',
      '100% %{pts} %{eif:1:d}',
      'back\\slash \\\\ \\n \\',
      '[0:v];[out],null=1',
      'x:fontfile=/etc/passwd',
      "x':textfile=/etc/passwd:'",
      "\\':textfile=/etc/passwd",
      'two\nlines',
      'ends with \\',
      '=:=',
      '🎬 film 👩‍👩‍👧',
      'שלום فيديو',
      '視頻',
      '\u202eevil\u202c',
      '#{x} $HOME `id`',
    ])
    .run(({ assert }, text) => {
      const options = optionsOf(drawText({ ...TEXT, text }, PLACE))

      assert.equal(options.get('text'), text)
      assert.equal(options.get('expansion'), 'none')
      assert.sameMembers(
        [...options.keys()],
        [
          ...['font', 'text', 'expansion', 'fontsize', 'x', 'y'],
          'fontcolor',
          'borderw',
          'bordercolor',
        ]
      )
    })

  test('takes a font by any path', ({ assert }) => {
    const fontFile = `/fonts/it's [a]:b,c;d\\e.ttf`

    assert.equal(optionsOf(drawText(TEXT, { ...PLACE, fontFile })).get('fontfile'), fontFile)
  })

  test('stands at {$self}, inside')
    .with([...CORNERS])
    .run(({ assert }, corner) => {
      const options = optionsOf(drawText({ ...TEXT, corner }, PLACE))

      const sides = { tw: 100, th: 40, w: 1280, h: 720 }
      const [x, y] = ['x', 'y'].map((name) => placed(options.get(name)!, sides))
      assert.isTrue(x > 0 && x + sides.tw < sides.w)
      assert.isTrue(y > 0 && y + sides.th < sides.h)
    })

  function placed(expression: string, sides: Record<string, number>): number {
    const numbers = expression.replaceAll(/[a-z]+/g, (name) => String(sides[name]))
    const [, a, b = '0', c = '0', half] = /^\(?(\d+)(?:-(\d+))?\)?(?:-(\d+))?(\/2)?$/.exec(numbers)!
    return (Number(a) - Number(b) - Number(c)) / (half ? 2 : 1)
  }

  test('letters of {text} are {height} high on 1280x720')
    .with([
      { text: 'Mediakeep', height: 36 },
      { text: 'x'.repeat(56), height: 36 },
      { text: 'x'.repeat(100), height: 20 },
      { text: `${'x'.repeat(100)}\nshort`, height: 20 },
      { text: 'x'.repeat(1000), height: 6 },
      { text: '視'.repeat(60), height: 20 },
    ])
    .run(({ assert }, { text, height }) => {
      assert.equal(optionsOf(drawText({ ...TEXT, text }, PLACE)).get('fontsize'), String(height))
    })
})
