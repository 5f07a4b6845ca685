const REST_MS = 250

let request = null

/** Keeps the count beside a form as its fields are: asks for the same page with them. */
export function watchCounts() {
  const form = document.querySelector('form[data-counts]')
  if (!form) return
  let timer
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => refresh(form), REST_MS)
  })
  // Once it is sent nothing more is asked: what is said about it is told once, to the page that comes.
  form.addEventListener('submit', () => {
    clearTimeout(timer)
    request?.abort()
  })
  // Typed before this ran, or kept by the browser from an earlier visit: the count is of what is shown.
  if (isChanged(form)) refresh(form)
}

function isChanged(form) {
  return [...form.elements].some((field) =>
    field.options ? isAnotherChosen(field) : field.value !== field.defaultValue
  )
}

function isAnotherChosen({ options, selectedIndex }) {
  const first = [...options].findIndex((option) => option.defaultSelected)
  return selectedIndex !== Math.max(first, 0)
}

async function refresh(form) {
  request?.abort()
  request = new AbortController()
  const fields = new FormData(form)
  fields.delete('_csrf')
  const address = `${location.pathname}?${new URLSearchParams(fields)}`
  try {
    const answer = await fetch(address, { signal: request.signal })
    if (!answer.ok) return
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const now = fresh.getElementById(form.dataset.counts)
    document.getElementById(form.dataset.counts).replaceChildren(...now.childNodes)
  } catch {
    // Typed on, or the server is away for a moment: the next change asks again.
  }
}
