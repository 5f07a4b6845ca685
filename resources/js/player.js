import { lookThrough } from './scrub.js'
import { showTracks } from './tracks.js'

/** Choosing another rendition goes on at the same moment; without this the link loads the page anew. */
export function watchPlayer() {
  begin()
  addEventListener('live:changed', begin)
  document.addEventListener('click', choose)
}

let begun = null
let scrub = null

/** The player may come, and get subtitles and a storyboard, while the page is open. */
function begin() {
  const video = document.querySelector('#player video')
  const current = document.querySelector('[data-play][aria-current]')
  if (!video || !current) return
  if (video !== begun) {
    begun = video
    scrub = lookThrough(video, document.querySelector('#player .scrub'))
    if (current.dataset.kind === 'hls') attach(video, current)
  }
  offer(video, current)
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
  offer(video, choice)
}

/** What goes with a rendition besides its pictures. */
function offer(video, { dataset: { tracks, storyboard } }) {
  showTracks(video, tracks)
  scrub.show(storyboard)
}

function play(video, choice) {
  const { currentTime, paused } = video
  video.addEventListener('loadedmetadata', () => (video.currentTime = currentTime), { once: true })
  attach(video, choice).then(() => paused || video.play())
}

let hls = null

/** Subtitles are the page's own for every rendition: what hls.js adds would stay when another one is chosen. */
const WITHOUT_SUBTITLES = {
  subtitleStreamController: undefined,
  subtitleTrackController: undefined,
  timelineController: undefined,
}

/** HLS gets a player of its own, loaded only then; where that cannot run (iPhones) the browser plays it by itself. */
async function attach(video, { dataset: { play: address, kind, hasOwnTracks } }) {
  hls?.destroy()
  hls = null
  if (kind === 'hls') {
    const { default: Hls } = await import('hls.js')
    if (Hls.isSupported()) {
      // the policy of our pages allows no worker from a blob
      hls = new Hls({ enableWorker: false, ...WITHOUT_SUBTITLES })
      hls.loadSource(address)
      hls.attachMedia(video)
      return
    }
    if (hasOwnTracks !== undefined) showTracks(video, '[]')
  }
  video.src = address
}
