/** Choosing another rendition goes on at the same moment; without this the link loads the page anew. */
export function watchPlayer() {
  const video = document.querySelector('#player video')
  const first = document.querySelector('[data-play][aria-current]')
  if (video && first?.dataset.kind === 'hls') attach(video, first)
  document.addEventListener('click', choose)
}

function choose(event) {
  const choice = event.target.closest('[data-play]')
  const video = document.querySelector('#player video')
  if (!choice || !video) return
  event.preventDefault()
  play(video, choice)
  history.replaceState(null, '', choice.href)
  for (const one of document.querySelectorAll('[data-play]')) one.removeAttribute('aria-current')
  choice.setAttribute('aria-current', 'true')
}

function play(video, choice) {
  const { currentTime, paused } = video
  video.addEventListener('loadedmetadata', () => (video.currentTime = currentTime), { once: true })
  attach(video, choice).then(() => paused || video.play())
}

let hls = null

/** HLS gets a player of its own, loaded only then; where that cannot run (iPhones) the browser plays it by itself. */
async function attach(video, { dataset: { play: address, kind } }) {
  hls?.destroy()
  hls = null
  if (kind === 'hls') {
    const { default: Hls } = await import('hls.js')
    if (Hls.isSupported()) {
      hls = new Hls({ enableWorker: false }) // the policy of our pages allows no worker from a blob
      hls.loadSource(address)
      hls.attachMedia(video)
      return
    }
  }
  video.src = address
}
