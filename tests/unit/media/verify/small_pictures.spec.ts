import { test } from '@japa/runner'
import {
  likenessOf,
  PAIR_BYTES,
  picturePairs,
  SMALL_SIZE,
  type SmallPicture,
} from '#media/verify/small_pictures'

const LUMA = SMALL_SIZE ** 2

/** A bright square on dark that moves a pixel a picture. */
function moving(n: number): SmallPicture {
  const luma = new Uint8Array(LUMA).fill(40)
  for (let y = 8; y < 20; y++)
    luma.fill(200, y * SMALL_SIZE + (n % 20), y * SMALL_SIZE + (n % 20) + 12)
  return { luma, chroma: [grey(), grey()] }
}

const grey = (level = 128) => new Uint8Array(LUMA / 4).fill(level)
const even = (level: number): SmallPicture => ({
  luma: new Uint8Array(LUMA).fill(level),
  chroma: [grey(), grey()],
})

const pairs = (count: number, result: (n: number) => SmallPicture, source = moving) =>
  Array.from({ length: count }, (_, n) => ({ result: result(n), source: source(n) }))

test.group('picturePairs', () => {
  test('cuts what lies one above the other in planes', ({ assert }) => {
    const bytes = Buffer.alloc(2 * PAIR_BYTES)
    bytes.fill(1, PAIR_BYTES, PAIR_BYTES + LUMA)
    bytes.fill(2, PAIR_BYTES + LUMA, PAIR_BYTES + 2 * LUMA)
    bytes.fill(3, PAIR_BYTES + 2 * LUMA, PAIR_BYTES + 2.25 * LUMA)
    bytes.fill(6, 2 * PAIR_BYTES - LUMA / 4)

    const [, { result, source }] = picturePairs(bytes)

    assert.isTrue(result.luma.every((value) => value === 1))
    assert.isTrue(source.luma.every((value) => value === 2))
    assert.isTrue(result.chroma[0].every((value) => value === 3))
    assert.isTrue(source.chroma[1].every((value) => value === 6))
  })
})

test.group('likenessOf', () => {
  test('finds the same pictures alike', ({ assert }) => {
    assert.deepEqual(likenessOf(pairs(15, moving)), {
      ...{ shape: 1, unlike: 0, level: 0, flat: 0, shift: 0 },
    })
  })

  test('finds by how many pictures they stand too early or too late', ({ assert }) => {
    assert.equal(likenessOf(pairs(15, (n) => moving(n + 20 - 4))).shift, 4)
    assert.equal(likenessOf(pairs(15, (n) => moving(n + 3))).shift, -3)
  })

  test('a still scene stands right wherever it stands', ({ assert }) => {
    const still = () => moving(0)

    assert.equal(likenessOf(pairs(15, still, still)).shift, 0)
  })

  test('counts pictures that show something else', ({ assert }) => {
    const green: SmallPicture = { ...even(0), chroma: [grey(0), grey(0)] }

    const { unlike, shape } = likenessOf(pairs(10, (n) => (n < 5 ? moving(n) : green)))

    assert.equal(unlike, 0.5)
    assert.isBelow(shape, 0.8)
  })

  test('tells the level of even colours, also of the colour alone', ({ assert }) => {
    const black = () => even(16)
    const tinted = (): SmallPicture => ({ ...even(16), chroma: [grey(), grey(90)] })

    assert.deepInclude(likenessOf(pairs(5, () => even(128), black)), { flat: 1, level: 112 })
    assert.deepInclude(likenessOf(pairs(5, tinted, black)), { flat: 1, level: 38 })
    assert.deepInclude(likenessOf(pairs(5, black, black)), { flat: 1, level: 0, shape: 1 })
  })
})
