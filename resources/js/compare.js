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
  const [screen, video] = [document.querySelector('#player .screen'), mainVideo()]
  if (!screen || !video) return
  const isOn = button.getAttribute('aria-pressed') !== 'true'
  button.setAttribute('aria-pressed', String(isOn))
  screen.classList.toggle('is-compared', isOn)
  if (isOn) begin(screen, video)
  else overlayOf(screen).pause()
}

const mainVideo = () => document.querySelector('#player video[data-keep]')
const overlayOf = (screen) => screen.querySelector('.compare video')

function begin(screen, video) {
  const overlay = overlayOf(screen) ?? connect(screen, video)
  overlay.currentTime = video.currentTime
  if (!video.paused) overlay.play()
}

function connect(screen, video) {
  const overlay = document.createElement('video')
  Object.assign(overlay, { muted: true, playsInline: true, preload: 'auto', tabIndex: -1 })
  overlay.setAttribute('aria-label', 'The original')
  screen.querySelector('.compare').prepend(overlay)
  const words = screen.querySelector('.compare .words')
  overlay.addEventListener('error', () => {
    words.textContent = 'This browser cannot play the original.'
  })
  overlay.addEventListener('loadeddata', () => follow(video, overlay))
  overlay.src = screen.querySelector('.compare').dataset.original
  const isOn = () => screen.classList.contains('is-compared')
  for (const event of ['play', 'pause', 'seeked', 'ratechange', 'timeupdate']) {
    video.addEventListener(event, () => isOn() && follow(video, overlay))
  }
  const wipe = screen.querySelector('.compare input')
  wipe.addEventListener('input', () => screen.style.setProperty('--wipe', `${wipe.value}%`))
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
