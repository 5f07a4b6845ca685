/** Choosing another rendition goes on at the same moment; without this the link loads the page anew. */
export function watchPlayer() {
  document.addEventListener('click', (event) => {
    const choice = event.target.closest('[data-play]')
    const video = document.querySelector('#player video')
    if (!choice || !video) return
    event.preventDefault()
    play(video, choice.dataset.play)
    history.replaceState(null, '', choice.href)
    for (const one of document.querySelectorAll('[data-play]')) one.removeAttribute('aria-current')
    choice.setAttribute('aria-current', 'true')
  })
}

function play(video, address) {
  const { currentTime, paused } = video
  video.src = address
  video.addEventListener('loadedmetadata', () => (video.currentTime = currentTime), { once: true })
  if (!paused) video.play()
}
