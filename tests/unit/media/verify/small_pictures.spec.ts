import { test } from '@japa/runner'
import {
  likenessOf,
  PICTURE_BYTES,
  smallPictures,
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

test.group('smallPictures', () => {
  test('cuts what lies one after the other in planes', ({ assert }) => {
    const bytes = Buffer.alloc(2 * PICTURE_BYTES)
    bytes.fill(1, PICTURE_BYTES, PICTURE_BYTES + LUMA)
    bytes.fill(3, PICTURE_BYTES + LUMA, PICTURE_BYTES + 1.25 * LUMA)
    bytes.fill(6, 2 * PICTURE_BYTES - LUMA / 4)

    const [, picture, ...others] = smallPictures(bytes)

    assert.isEmpty(others)
    assert.isTrue(picture.luma.every((value) => value === 1))
    assert.isTrue(picture.chroma[0].every((value) => value === 3))
    assert.isTrue(picture.chroma[1].every((value) => value === 6))
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

  test('looks for them around the pairs too', ({ assert }) => {
    const pictures = Array.from({ length: 20 }, (_, n) => moving(n))
    const late = Array.from({ length: 4 }, (_, n) => ({
      ...{ result: moving(8 + n), source: moving(2 + n) },
    }))

    assert.equal(likenessOf(late, { pictures, before: 8 }).shift, -6)
  })

  test('a still scene stands right wherever it stands', ({ assert }) => {
    const still = () => moving(0)

    assert.equal(likenessOf(pairs(15, still, still)).shift, 0)
  })

  test('black whose level settles after a while stands right', ({ assert }) => {
    const settling = (n: number) => even(n < 12 ? 18 : 16)
    const black = () => even(16)

    assert.equal(likenessOf(pairs(15, settling, black)).shift, 0)
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
