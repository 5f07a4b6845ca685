/** A form is sent once however often its button is pressed, and asks first where it says so. */
export function watchForms() {
  document.addEventListener('submit', (event) => {
    const form = event.target
    const question = form.dataset.confirm
    if (form.dataset.isSent || (question && !window.confirm(question))) {
      event.preventDefault()
      return
    }
    form.dataset.isSent = 'yes'
  })
  document.addEventListener('change', (event) => {
    const form = event.target.closest('form[data-submit-on-change]')
    if (form) form.requestSubmit()
  })
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-is-sent]')) delete form.dataset.isSent
  })
  document.addEventListener('click', (event) => {
    event.target.closest('[data-dismiss]')?.closest('[data-dismissable]')?.remove()
  })
}
