import { loadStoryboard, pictureAt } from './storyboard.js'

/**
 * Makes a bar below a player show the small picture of the moment under the pointer, or under the thumb where it is
 * moved by keys. Letting go of it plays on from there.
 *
 * @param goTo is told the player and the moment in seconds that a person chose
 * @returns show, which is told the address of a storyboard, or nothing where there is none
 */
export function lookThrough(video, bar, goTo) {
  const [slider, preview] = [bar.querySelector('input'), bar.querySelector('.preview')]
  let pictures = []
  let shown
  let isHeld = false

  const lengthS = () => (Number.isFinite(video.duration) ? video.duration : Number(slider.max))
  const look = (timeS) => {
    const picture = pictureAt(pictures, timeS)
    if (picture) drawPreview(preview, { picture, timeS, at: timeS / lengthS() })
  }
  const tell = () => {
    slider.setAttribute('aria-valuetext', `${clock(slider.value)} of ${clock(lengthS())}`)
    slider.style.setProperty('--at', slider.value / (lengthS() || 1))
  }
  const follow = () => {
    if (isHeld) return
    slider.max = lengthS()
    slider.value = video.currentTime
    tell()
  }
  const hide = () => (preview.hidden = true)

  slider.addEventListener('pointermove', ({ offsetX }) => {
    look(isHeld ? Number(slider.value) : (clamp(offsetX / slider.offsetWidth) || 0) * lengthS())
  })
  slider.addEventListener('pointerleave', () => isHeld || hide())
  slider.addEventListener('blur', hide)
  slider.addEventListener('input', () => {
    isHeld = true
    tell()
    look(Number(slider.value))
  })
  slider.addEventListener('change', () => {
    isHeld = video.readyState === HTMLMediaElement.HAVE_NOTHING // it stays there until the video is
    goTo(video, Number(slider.value))
    if (!slider.matches(':hover, :focus-visible')) hide()
  })
  video.addEventListener('loadedmetadata', () => (isHeld = false))
  for (const event of ['timeupdate', 'seeking', 'seeked', 'loadedmetadata', 'durationchange']) {
    video.addEventListener(event, follow)
  }

  const show = async (address) => {
    if (address === shown) return
    shown = address
    const found = address ? await loadStoryboard(address).catch(() => []) : []
    if (shown !== address) return
    pictures = found
    bar.hidden = pictures.length === 0
    hide()
    follow()
  }
  return { show }
}

/** @param at 0..1, where on the bar its middle belongs */
function drawPreview(preview, { picture, timeS, at }) {
  const { sheet, x, y, width, height } = picture
  const [box, words] = preview.children
  Object.assign(box.style, {
    width: `${width}px`,
    height: `${height}px`,
    backgroundImage: `url("${sheet}")`,
    backgroundPosition: `-${x}px -${y}px`,
  })
  words.textContent = clock(timeS)
  preview.hidden = false
  const room = preview.parentElement.clientWidth - preview.offsetWidth
  preview.style.left = `${clamp((at * (room + preview.offsetWidth) - preview.offsetWidth / 2) / room) * room}px`
}

function clamp(part) {
  return Math.min(1, Math.max(0, part))
}

/** `1:05`, with hours where there are some. */
function clock(seconds) {
  const whole = Math.floor(Number(seconds) || 0)
  const parts = [Math.floor(whole / 60) % 60, whole % 60]
  if (whole >= 3600) parts.unshift(Math.floor(whole / 3600))
  return parts.map((part, at) => (at === 0 ? part : String(part).padStart(2, '0'))).join(':')
}
