/** Moments of two players that differ by more are put right. */
const APART_S = 0.08

/**
 * Lays the original over the player, up to a line that is drawn with the slider, and keeps both at the same moment. The
 * original is loaded when somebody asks for it; what the browser cannot play is said in words.
 */
export function watchComparing() {
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-compare]')
    if (button) toggle(button)
  })
}

function toggle(button) {
  const [compare, video] = [document.querySelector('#player .compare'), mainVideo()]
  if (!compare || !video) return
  const isOn = button.getAttribute('aria-pressed') !== 'true'
  button.setAttribute('aria-pressed', String(isOn))
  compare.classList.toggle('is-on', isOn)
  if (isOn) begin(compare, video)
  else overlayOf(compare).pause()
}

const mainVideo = () => document.querySelector('#player video[data-keep]')
const overlayOf = (compare) => compare.querySelector('video')

function begin(compare, video) {
  const overlay = overlayOf(compare) ?? connect(compare, video)
  if (video.currentTime === 0) video.currentTime = 0.001 // the poster shows another moment
  overlay.currentTime = video.currentTime
  if (!video.paused) overlay.play()
}

function connect(compare, video) {
  const overlay = document.createElement('video')
  Object.assign(overlay, { muted: true, playsInline: true, preload: 'auto', tabIndex: -1 })
  overlay.setAttribute('aria-label', 'The original')
  compare.prepend(overlay)
  const words = compare.querySelector('.words')
  overlay.addEventListener('error', () => {
    words.textContent = 'This browser cannot play the original.'
  })
  overlay.addEventListener('loadeddata', () => follow(video, overlay))
  overlay.src = compare.dataset.original
  const isOn = () => compare.classList.contains('is-on')
  for (const event of ['play', 'pause', 'seeked', 'ratechange', 'timeupdate']) {
    video.addEventListener(event, () => isOn() && follow(video, overlay))
  }
  const wipe = compare.querySelector('input')
  wipe.addEventListener('input', () => compare.style.setProperty('--wipe', `${wipe.value}%`))
  return overlay
}

function follow(video, overlay) {
  overlay.playbackRate = video.playbackRate
  if (Math.abs(overlay.currentTime - video.currentTime) > APART_S) {
    overlay.currentTime = video.currentTime
  }
  if (video.paused) overlay.pause()
  else overlay.play().catch(() => undefined)
}
