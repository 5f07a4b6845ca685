import { Idiomorph } from 'idiomorph'
import { Changes } from './changes.js'

const WITHIN_MS = 10_000

/** What people changed since the page came, which the server does not know. */
const PEOPLES_ATTRIBUTES = ['open', 'value', 'checked', 'selected', 'data-is-sent', 'aria-pressed']

let request = null

/** While the server says by itself what changes, asking is for what it may have forgotten. */
const HEARD_PAUSE_MS = 30_000

/**
 * Keeps the parts of the page marked `data-live="<milliseconds>"` as they are on the server: asks for the
 * page again and morphs those parts, so that focus, scroll, selection and the player stay. Asks when the server says
 * that the page changed; where that cannot be heard, every so many milliseconds. Rests while the tab is hidden, and for
 * good once a form is sent.
 */
export function keepLive() {
  if (!document.querySelector('[data-live]')) return
  let timer
  let asking = null
  let isChanged = false
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(tick, changes.isHeard() ? HEARD_PAUSE_MS : pauseMs())
  }
  const tick = async () => {
    isChanged = true
    asking ??= ask().finally(() => (asking = null))
    await asking
    later()
  }
  const ask = async () => {
    while (isChanged && !document.hidden) {
      isChanged = false
      await refresh()
    }
  }
  const changes = new Changes(() => tick())
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) tick()
  })
  addEventListener('submit', () => request?.abort())
  addEventListener('live:refresh', tick)
  later()
}

function pauseMs() {
  const pauses = [...document.querySelectorAll('[data-live]')].map((part) =>
    Number(part.dataset.live)
  )
  return Math.min(...pauses)
}

async function refresh() {
  if (isSent()) return // what is told once about the form is for the page that comes
  request = new AbortController()
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(WITHIN_MS)])
  try {
    const answer = await fetch(location.href, { headers: { 'x-live': '1' }, signal })
    if (answer.redirected) return location.reload()
    if (answer.ok) morph(new DOMParser().parseFromString(await answer.text(), 'text/html'))
  } catch {
    // The server is away for a moment: the next round asks again.
  }
}

function isSent() {
  return document.querySelector('form[data-is-sent]') !== null
}

function morph(fresh) {
  if (isSent()) return
  for (const part of document.querySelectorAll('[data-live]')) {
    const now = fresh.getElementById(part.id)
    if (!now) continue
    Idiomorph.morph(part, now, {
      ignoreActiveValue: true,
      callbacks: { beforeNodeMorphed: isOurs, beforeAttributeUpdated: isServers },
    })
  }
  dispatchEvent(new Event('live:changed'))
}

/** The player goes on playing what it plays. */
function isOurs(old, now) {
  const isKept = old.nodeType === Node.ELEMENT_NODE && old.hasAttribute('data-keep')
  return !(isKept && now.id === old.id)
}

function isServers(name, element) {
  if (element.localName === 'progress') return true
  return !PEOPLES_ATTRIBUTES.includes(name)
}
