const SHOWN_MS = 1500

/** Buttons that copy the text of the element they name. */
export function watchCopyButtons() {
  document.addEventListener('click', async (event) => {
    const button = event.target.closest('[data-copy]')
    if (!button) return
    const source = document.getElementById(button.dataset.copy)
    const words = button.querySelector('[data-copy-words]')
    const isCopied = await copy(source)
    words.textContent = isCopied ? 'Copied' : 'Press Ctrl+C'
    setTimeout(() => (words.textContent = 'Copy'), SHOWN_MS)
  })
}

/** Browsers give the clipboard to secure pages only: elsewhere the text is selected for the person. */
async function copy(source) {
  try {
    await navigator.clipboard.writeText(source.textContent)
    return true
  } catch {
    getSelection().selectAllChildren(source)
    return false
  }
}
