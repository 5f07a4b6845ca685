/** Gives a player the subtitles of what it plays; the language that a person chose stays chosen. */
export function showTracks(video, told = '[]') {
  if (video.dataset.tracks === told) return
  const isFirst = video.dataset.tracks === undefined
  video.dataset.tracks = told
  const chosen = [...video.textTracks].find(({ mode }) => mode === 'showing')?.label
  for (const old of video.querySelectorAll('track')) old.remove()
  for (const track of JSON.parse(told)) {
    const element = elementOf(track)
    video.append(element)
    const isShown = isFirst ? track.isDefault : track.label === chosen
    element.track.mode = isShown ? 'showing' : 'disabled'
  }
}

function elementOf({ address, kind, label, language }) {
  const element = document.createElement('track')
  Object.assign(element, { kind, label, srclang: language ?? 'und', src: address })
  return element
}
