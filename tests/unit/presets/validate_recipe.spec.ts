import { test } from '@japa/runner'
import { DEFAULT_PRESETS } from '#presets/default_presets'
import { validateRecipe } from '#presets/validate_recipe'

const RUNG = { name: 'small', video: { maxShortSide: 360 }, audio: {} }

async function faultsOf(recipe: unknown): Promise<{ field: string; message: string }[]> {
  return validateRecipe(recipe).then(
    () => [],
    (error) => error.messages
  )
}

const REFUSED: [recipe: unknown, field: string, words: RegExp][] = [
  [{}, 'renditions', /defined/],
  [{ renditions: [] }, 'renditions', /makes nothing/],
  [{ renditions: 'all' }, 'renditions', /array/],
  [{ renditions: [{ ...RUNG, name: '../up' }] }, 'renditions.0.name', /format/],
  [{ renditions: [RUNG, RUNG] }, 'renditions.1.name', /called "small"/],
  [{ renditions: [{ ...RUNG, container: 'exe' }] }, 'renditions.0.container', /selected/],
  [{ renditions: [{ ...RUNG, container: 'mp3' }] }, 'renditions.0.container', /no pictures/],
  [
    { renditions: [{ name: 'x', container: 'gif', audio: {} }] },
    'renditions.0.container',
    /no sound alone: choose mp3/,
  ],
  [{ renditions: [{ name: 'x' }] }, 'renditions.0.video', /neither/],
  [
    { renditions: [{ ...RUNG, container: 'webm' }] },
    'renditions.0.video.codecs',
    /webm cannot hold H\.264: begin with vp9 or av1/,
  ],
  [
    {
      renditions: [
        { ...RUNG, container: 'webm', video: { codecs: ['vp9'] }, audio: { codecs: ['aac'] } },
      ],
    },
    'renditions.0.audio.codecs',
    /add opus/,
  ],
  [{ renditions: [{ ...RUNG, video: { crf: 52 } }] }, 'renditions.0.video.crf', /51/],
  [{ renditions: [{ ...RUNG, video: { crf: '23' } }] }, 'renditions.0.video.crf', /number/],
  [{ renditions: [{ ...RUNG, video: { codecs: [] } }] }, 'renditions.0.video.codecs', /1/],
  [
    { renditions: [{ ...RUNG, video: { maxBitrate: 1 } }] },
    'renditions.0.video.maxBitrate',
    /no field "maxBitrate"/,
  ],
  [
    { renditions: [{ ...RUNG, video: { filters: [{ kind: 'swirl' }] } }] },
    'renditions.0.video.filters.0.kind',
    /selected/,
  ],
  [
    { renditions: [{ ...RUNG, video: { filters: [{ kind: 'blur', strength: 2 }] } }] },
    'renditions.0.video.filters.0.strength',
    /1/,
  ],
  [
    {
      renditions: [{ name: 'v', container: 'webm', video: { codecs: ['vp9'] } }],
      hls: { name: 'hls', segmentS: 6 },
    },
    'hls',
    /H\.264/,
  ],
  [{ renditions: [RUNG], hls: { name: 'small', segmentS: 6 } }, 'hls.name', /small/],
  [{ renditions: [RUNG], hls: { name: 'hls', segmentS: 0 } }, 'hls.segmentS', /1/],
  [{ renditions: [RUNG], trim: { startS: 5, endS: 5 } }, 'trim.endS', /not after/],
  [{ renditions: [RUNG], poster: { width: 1, atS: null } }, 'poster.width', /16/],
]

test.group('A recipe that is refused', () => {
  test('names {field} with {words}')
    .with(REFUSED.map(([recipe, field, words]) => ({ recipe, field, words })))
    .run(async ({ assert }, { recipe, field, words }) => {
      const faults = await faultsOf(recipe)
      const found = faults.find((fault) => fault.field === field)
      assert.exists(found, JSON.stringify(faults))
      assert.match(found!.message, words)
    })
})

test.group('A recipe that is taken', () => {
  for (const { name, recipe } of DEFAULT_PRESETS) {
    test(`is the seeded ${name}, unchanged`, async ({ assert }) => {
      assert.deepEqual(await validateRecipe(structuredClone(recipe)), recipe)
    })
  }

  test('gets the usual values where it says nothing', async ({ assert }) => {
    const recipe = await validateRecipe({ renditions: [{ name: 'plain', video: {}, audio: {} }] })
    assert.containSubset(recipe.renditions[0], {
      container: 'mp4',
      video: { codecs: ['h264'], crf: 23, filters: [] },
      audio: { codecs: ['aac'], bitRate: 128_000 },
    })
  })
})
