const SPEED_OVER_MS = 5_000

/** One file in the list: its name, how far it is, what is said about it and what can be done with it. */
export class UploadRow {
  #seen = []

  constructor(name, list) {
    this.row = document.getElementById('upload-row').content.firstElementChild.cloneNode(true)
    this.row.querySelector('.name').textContent = name
    this.bar = this.row.querySelector('progress')
    this.share = this.row.querySelector('.share')
    this.words = this.row.querySelector('.words')
    this.buttons = this.row.querySelector('.buttons')
    this.bar.setAttribute('aria-label', `Upload of ${name}`)
    list.append(this.row)
  }

  say(words) {
    this.words.textContent = words
  }

  progress(sentBytes, totalBytes) {
    this.bar.value = sentBytes / totalBytes
    this.share.textContent = `${Math.floor((100 * sentBytes) / totalBytes)} %`
    if (sentBytes === totalBytes) this.say('Looking into the file')
    else this.say(['Uploading', ...this.#speed(sentBytes, totalBytes)].join(', '))
  }

  /** After a pause the speed is measured anew. */
  forgetSpeed() {
    this.#seen = []
  }

  refuse(words) {
    this.row.classList.add('is-refused')
    this.share.textContent = ''
    this.say(words)
  }

  again() {
    this.row.classList.remove('is-refused')
    this.forgetSpeed()
  }

  done({ url, words, note, same }) {
    this.bar.value = 1
    this.share.textContent = ''
    if (words && !url) return this.say(words)
    const said = note ?? words
    this.words.replaceChildren(
      ...['Done. ', link(url, 'Open the video')],
      ...(same ? ['. You have this already: ', link(same, 'the same bytes')] : []),
      ...(said ? [`. ${said}`] : [])
    )
  }

  /** Shows a button of that kind, or takes it away where no words are given. */
  offer(kind, words, act) {
    this.buttons.querySelector(`[data-kind="${kind}"]`)?.remove()
    if (!words) return
    const button = document.createElement('button')
    Object.assign(button, { type: 'button', className: 'button small quiet', textContent: words })
    button.dataset.kind = kind
    button.addEventListener('click', act)
    this.buttons.append(button)
  }

  withoutButtons() {
    this.buttons?.replaceChildren()
  }

  remove() {
    this.row.remove()
  }

  #speed(sentBytes, totalBytes) {
    const now = performance.now()
    this.#seen = [
      ...this.#seen.filter(({ at }) => now - at < SPEED_OVER_MS),
      { at: now, sentBytes },
    ]
    const [first] = this.#seen
    const bytesPerS = ((sentBytes - first.sentBytes) / (now - first.at)) * 1000
    if (!(bytesPerS > 0) || now - first.at < 500) return []
    return [`${megabytes(bytesPerS)}/s`, `${duration((totalBytes - sentBytes) / bytesPerS)} left`]
  }
}

function link(href, textContent) {
  return Object.assign(document.createElement('a'), { href, textContent, className: 'link' })
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`
}

function duration(seconds) {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 90 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`
}
