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
    coming = null
    scrub = lookThrough(video, document.querySelector('#player .scrub'), goTo)
    if (current.dataset.kind === 'hls') play(video, current)
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

/** What is on its way: the moment to begin at, and whether it plays then. A person may seek or choose again meanwhile. */
let coming = null

async function play(video, choice) {
  const { currentTime, paused } = coming ?? video
  const mine = (coming = { currentTime, paused: paused && video.paused })
  const arrive = () => {
    if (coming !== mine) return
    coming = null
    video.currentTime = mine.currentTime
  }
  await attach(video, choice)
  if (coming !== mine) return
  video.addEventListener('loadedmetadata', arrive, { once: true })
  if (!mine.paused) await video.play().catch(() => {}) // another one was chosen, or the browser wants a click
}

function goTo(video, timeS) {
  Object.assign(coming ?? video, { currentTime: timeS })
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
