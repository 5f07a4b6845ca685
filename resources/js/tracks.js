/** Gives a player the subtitles of what it plays; the language that a person chose stays chosen. */
export function showTracks(video, told = '[]') {
  if (video.dataset.tracks === told) return
  const isFirst = video.dataset.tracks === undefined
  video.dataset.tracks = told
  const chosen = [...video.textTracks].find(({ mode }) => mode === 'showing')?.label
  for (const old of video.querySelectorAll('track')) old.remove()
  for (const track of JSON.parse(told)) {
    const isShown = isFirst ? track.isDefault : track.label === chosen
    video.append(elementOf(track, isShown))
  }
}

/** The mark of the default, not a mode of ours: browsers would show their own choice beside it. */
function elementOf({ address, kind, label, language }, isShown) {
  const element = document.createElement('track')
  const told = { kind, label, srclang: language ?? 'und', src: address, default: isShown }
  return Object.assign(element, told)
}
