/** Tries the recipe of the editor on a few seconds of a video, and shows what came out beside the original. */
export function watchPresetPreview() {
  const button = document.querySelector('[data-preview]')
  button?.addEventListener('click', () => preview(button))
}

async function preview(button) {
  const place = document.getElementById('preview')
  const fields = new URLSearchParams(new FormData(button.form))
  button.disabled = true
  place.replaceChildren(note('Making a few seconds of it …'))
  try {
    const answer = await fetch(button.dataset.preview, { method: 'POST', body: fields })
    if (answer.redirected) return location.reload()
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    place.replaceChildren(...page.body.childNodes)
  } catch {
    place.replaceChildren(note('The server did not answer: try again.'))
  } finally {
    button.disabled = false
  }
}

function note(words) {
  const line = document.createElement('p')
  line.className = 'small soft'
  line.textContent = words
  return line
}
