/** Sends a small file in one request, as a form does. Returns when it ended, well or not. */
export function sendForm({ file, row, fields, form }) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', form.action)
    request.setRequestHeader('x-csrf-token', form.dataset.token)
    request.setRequestHeader('accept', 'application/json')
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) => row.progress(loaded, total))
    request.addEventListener('load', () => answered(request, row))
    request.addEventListener('error', () => row.refuse('The connection broke: send it again.'))
    request.addEventListener('loadend', resolve)
    request.send(bodyOf(file, fields, form))
  })
}

function bodyOf(file, fields, form) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  body.append(form.querySelector('input[type=file]').name, file)
  return body
}

function answered({ status, response }, row) {
  if (status === 201) return row.done(response)
  const words = response?.message ?? response?.errors?.[0]?.message
  row.refuse(words ?? `The server answered ${status}: send it again.`)
}
