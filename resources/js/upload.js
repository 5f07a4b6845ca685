const AT_ONCE = 2

/** Areas onto which files can be dropped; each file is sent by itself and shows its own progress. */
export function watchDrops() {
  for (const form of document.querySelectorAll('form[data-drop]')) new Drop(form)
}

class Drop {
  #waiting = []
  #running = 0
  #depth = 0

  constructor(form) {
    this.form = form
    this.list = form.querySelector('[data-uploads]')
    this.input = form.querySelector('input[type=file]')
    form.querySelector('[data-pick]').addEventListener('click', () => this.input.click())
    this.input.addEventListener('change', () => this.#add(this.input.files))
    form.addEventListener('submit', (event) => event.preventDefault())
    this.#watchDragging()
  }

  /** Files may be let go anywhere on the page. */
  #watchDragging() {
    const over = (isOver) => this.form.classList.toggle('is-over', isOver)
    addEventListener('dragenter', () => over((this.#depth += 1) > 0))
    addEventListener('dragleave', () => over((this.#depth -= 1) > 0))
    addEventListener('dragover', (event) => event.preventDefault())
    addEventListener('drop', (event) => {
      event.preventDefault()
      over((this.#depth = 0) > 0)
      this.#add(event.dataTransfer.files)
    })
  }

  #add(files) {
    const fields = [...new FormData(this.form)].filter(([name]) => name !== this.input.name)
    for (const file of files) {
      const upload = new Upload(file, this.list)
      const refusal = this.#refusal(file)
      if (refusal) upload.refuse(refusal)
      else this.#waiting.push({ upload, fields })
    }
    this.input.value = ''
    this.#next()
  }

  #refusal(file) {
    if (file.size === 0) return 'The file is empty, or it is a folder: choose the files in it.'
    const isTooLarge = file.size > Number(this.form.dataset.maxBytes)
    return isTooLarge ? `The file is larger than ${this.form.dataset.maxWords}.` : null
  }

  async #next() {
    if (this.#running >= AT_ONCE || this.#waiting.length === 0) return
    const { upload, fields } = this.#waiting.shift()
    this.#running += 1
    this.#next()
    const to = { address: this.form.action, token: this.form.dataset.token }
    await upload.send(to, [...fields, [this.input.name, upload.file]])
    this.#running -= 1
    dispatchEvent(new Event('live:refresh'))
    this.#next()
  }
}

class Upload {
  constructor(file, list) {
    this.file = file
    this.row = document.getElementById('upload-row').content.firstElementChild.cloneNode(true)
    this.row.querySelector('.name').textContent = file.name
    this.bar = this.row.querySelector('progress')
    this.share = this.row.querySelector('.share')
    this.words = this.row.querySelector('.words')
    this.bar.setAttribute('aria-label', `Upload of ${file.name}`)
    this.#say('Waiting')
    list.append(this.row)
  }

  send({ address, token }, fields) {
    return new Promise((resolve) => {
      const request = new XMLHttpRequest()
      request.open('POST', address)
      request.setRequestHeader('x-csrf-token', token)
      request.setRequestHeader('accept', 'application/json')
      request.responseType = 'json'
      request.upload.addEventListener('progress', (event) => this.#progress(event))
      request.addEventListener('load', () => this.#answered(request))
      request.addEventListener('error', () => this.refuse('The connection broke: send it again.'))
      request.addEventListener('loadend', resolve)
      this.#say('Uploading')
      request.send(this.#form(fields))
    })
  }

  refuse(words) {
    this.row.classList.add('is-refused')
    this.share.textContent = ''
    this.#say(words)
  }

  #form(fields) {
    const form = new FormData()
    for (const [name, value] of fields) form.append(name, value)
    return form
  }

  #progress({ loaded, total }) {
    this.bar.value = loaded / total
    this.share.textContent = `${Math.floor((100 * loaded) / total)} %`
    if (loaded === total) this.#say('Looking into the file')
  }

  #answered({ status, response }) {
    if (status !== 201) {
      const words = response?.message ?? response?.errors?.[0]?.message
      return this.refuse(words ?? `The server answered ${status}: send it again.`)
    }
    this.bar.value = 1
    this.share.textContent = ''
    if (response.words) return this.#say(response.words)
    const link = document.createElement('a')
    link.href = response.url
    link.className = 'link'
    link.textContent = 'Open the video'
    this.words.replaceChildren('Done. ', link)
  }

  #say(words) {
    this.words.textContent = words
  }
}
