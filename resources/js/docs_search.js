/** Narrows the list of the API's calls to those that have every word typed. */
export function watchDocsSearch() {
  const search = document.querySelector('[data-docs-search]')
  if (!search) return
  search.hidden = false
  const [input, found] = [search.querySelector('input'), search.querySelector('[data-docs-found]')]
  const chapters = [...document.querySelectorAll('[data-docs-chapter]')]
  const wasOpen = chapters.map((chapter) => chapter.querySelector('details').open)
  input.addEventListener('input', () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean)
    const counts = chapters.map((chapter, at) => narrow(chapter, words, wasOpen[at]))
    const total = counts.reduce((sum, count) => sum + count, 0)
    found.textContent = words.length === 0 ? '' : `${total} found`
  })
  closeMenuOnArrival(search.closest('[popover]'))
}

/** What is on the same page loads none anew, and would stay behind the menu of a phone. */
function closeMenuOnArrival(menu) {
  menu.addEventListener('click', ({ target }) => {
    if (target.closest('a') && menu.matches(':popover-open')) menu.hidePopover()
  })
}

/** How many calls of the chapter fit; without words all do, and it is as open as it was. */
function narrow(chapter, words, wasOpen) {
  let fitting = 0
  for (const operation of chapter.querySelectorAll('[data-docs-operation]')) {
    const isFitting = words.every((word) => operation.dataset.docsOperation.includes(word))
    operation.hidden = !isFitting
    if (isFitting) fitting += 1
  }
  chapter.hidden = fitting === 0
  chapter.querySelector('details').open = words.length > 0 ? true : wasOpen
  return fitting
}
