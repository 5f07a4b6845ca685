/** Shows the bar of the chosen videos while one is ticked, and says how many are. */
export function watchChoice() {
  const bar = document.getElementById('choice')
  if (!bar) return
  bar.querySelector('[data-needs-script]').hidden = false
  const words = bar.querySelector('[data-choice-count]')
  const tell = () => {
    const ticked = document.querySelectorAll('input[name="ids"][form="choice"]:checked').length
    const isAll = bar.elements.scope.value === 'all'
    words.textContent = ticked === 0 ? 'The ticked ones' : `${ticked} ticked`
    bar.classList.toggle('is-idle', ticked === 0 && !isAll)
    for (const button of bar.querySelectorAll('button')) button.disabled = ticked === 0 && !isAll
  }
  document.addEventListener('change', ({ target }) => {
    if (target.form === bar && target.name === 'page') tickPage(target.checked)
    if (target.form === bar) tell()
  })
  for (const event of ['live:changed', 'pageshow']) addEventListener(event, tell)
  tell()
}

function tickPage(isTicked) {
  for (const box of document.querySelectorAll('input[name="ids"][form="choice"]')) {
    box.checked = isTicked
  }
}
