import { sendForm } from './form_upload.js'
import { brokenUploads, forgetUpload, sendInPieces } from './tus_upload.js'
import { UploadRow } from './upload_row.js'

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
    this.send = form.dataset.pieces ? sendInPieces : sendForm
    for (const button of form.querySelectorAll('[data-pick]')) this.#watchPicking(button)
    form.addEventListener('submit', (event) => event.preventDefault())
    addEventListener('beforeunload', (event) => this.#running > 0 && event.preventDefault())
    this.#watchDragging()
    if (form.dataset.pieces) this.#tellBroken()
  }

  #watchPicking(button) {
    const input = document.getElementById(button.dataset.pick)
    button.addEventListener('click', () => input.click())
    input.addEventListener('change', () => {
      this.#add([...input.files])
      input.value = ''
    })
  }

  /** Files may be let go anywhere on the page. */
  #watchDragging() {
    const over = (isOver) => this.form.classList.toggle('is-over', isOver)
    addEventListener('dragenter', () => over((this.#depth += 1) > 0))
    addEventListener('dragleave', () => over((this.#depth -= 1) > 0))
    addEventListener('dragover', (event) => event.preventDefault())
    addEventListener('drop', async (event) => {
      event.preventDefault()
      over((this.#depth = 0) > 0)
      this.#add(await filesOf(event.dataTransfer))
    })
  }

  async #tellBroken() {
    for (const broken of await brokenUploads()) {
      const row = new UploadRow(broken.name, this.list)
      row.say('Broken off: choose the same file again, and it goes on where it stopped.')
      row.offer('remove', 'Forget', () => {
        forgetUpload(broken)
        row.remove()
      })
    }
  }

  #add(files) {
    const fields = Object.fromEntries(
      [...new FormData(this.form)].filter(([, value]) => typeof value === 'string')
    )
    for (const file of files) {
      const row = new UploadRow(file.name, this.list)
      const refusal = this.#refusal(file)
      if (refusal) row.refuse(refusal)
      else this.#queue({ file, row, fields })
    }
    this.#next()
  }

  #refusal(file) {
    if (file.size === 0) return 'The file is empty.'
    const isTooLarge = file.size > Number(this.form.dataset.maxBytes)
    return isTooLarge ? `The file is larger than ${this.form.dataset.maxWords}.` : null
  }

  #queue(upload) {
    upload.row.say('Waiting')
    this.#waiting.push(upload)
  }

  async #next() {
    if (this.#running >= AT_ONCE || this.#waiting.length === 0) return
    const upload = this.#waiting.shift()
    this.#running += 1
    this.#next()
    await this.send({ ...upload, form: this.form })
    this.#running -= 1
    dispatchEvent(new Event('live:refresh'))
    this.#next()
  }
}

/** The files of a drop, those in folders too. */
async function filesOf({ items, files }) {
  const entries = [...items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean)
  if (entries.length === 0) return [...files]
  return (await Promise.all(entries.map(filesBelow))).flat()
}

async function filesBelow(entry) {
  if (entry.isFile) return [await new Promise((resolve, reject) => entry.file(resolve, reject))]
  const reader = entry.createReader()
  const found = []
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return found
    for (const one of some) found.push(...(await filesBelow(one)))
  }
}
