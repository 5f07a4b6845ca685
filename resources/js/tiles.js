import { loadStoryboard, pictureAt } from './storyboard.js'

/** The player's chips name a storyboard too, and have no picture of their own. */
const TILE = '[data-storyboard]:has(.thumb)'

const boards = new Map()

/** Moving over a tile looks through its video, from its beginning at the left to its end at the right. */
export function watchTiles() {
  document.addEventListener('pointermove', async ({ target, clientX, pointerType }) => {
    const tile = target.closest?.(TILE)
    if (!tile || pointerType !== 'mouse') return
    const thumb = tile.querySelector('.thumb')
    const { left, width } = thumb.getBoundingClientRect()
    const pictures = await boardOf(tile.dataset.storyboard)
    const lastS = pictures.at(-1)?.fromS ?? 0
    const picture = pictureAt(pictures, ((clientX - left) / width) * (lastS + 1))
    if (picture && tile.matches(':hover')) draw(thumb, picture)
  })
  document.addEventListener('pointerout', ({ target, relatedTarget }) => {
    const tile = target.closest?.(TILE)
    if (tile && !tile.contains(relatedTarget)) tile.querySelector('.glimpse')?.remove()
  })
}

function boardOf(address) {
  if (!boards.has(address))
    boards.set(
      address,
      loadStoryboard(address).catch(() => [])
    )
  return boards.get(address)
}

function draw(thumb, { sheet, x, y, width, height }) {
  const glimpse =
    thumb.querySelector('.glimpse') ?? thumb.appendChild(document.createElement('span'))
  const scale = Math.max(thumb.clientWidth / width, thumb.clientHeight / height)
  glimpse.className = 'glimpse'
  Object.assign(glimpse.style, {
    width: `${width}px`,
    height: `${height}px`,
    scale,
    backgroundImage: `url("${sheet}")`,
    backgroundPosition: `-${x}px -${y}px`,
  })
}
