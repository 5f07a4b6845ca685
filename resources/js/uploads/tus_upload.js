import { Upload, defaultOptions } from 'tus-js-client'

/** Pieces that proxies let through, and that a broken connection costs little of. */
const PIECE_BYTES = 32 * 1024 * 1024
const RETRY_AFTER_MS = [1_000, 3_000, 10_000, 30_000, 60_000]
const KEPT_MS = 72 * 3_600_000

/**
 * Sends a file in pieces; broken off, it goes on where it stopped, also after a reload. Returns when it ended, well or
 * not, or when somebody paused it: then its buttons go on with it.
 */
export function sendInPieces({ file, row, fields, form }) {
  return new Promise((resolve) => {
    const upload = new Upload(file, {
      endpoint: form.dataset.pieces,
      chunkSize: PIECE_BYTES,
      retryDelays: RETRY_AFTER_MS,
      metadata: { filename: file.name, preset: fields.preset ?? '' },
      headers: { 'x-csrf-token': form.dataset.token },
      removeFingerprintOnSuccess: true,
      onShouldRetry: (error) => isWorthRetrying(error),
      onProgress: (sent, total) => row.progress(sent, total),
      onSuccess: ({ lastResponse }) => {
        row.withoutButtons()
        row.done({
          url: lastResponse.getHeader('Mediakeep-Video') ?? '/videos',
          ...saidAtTheEnd(lastResponse),
        })
        resolve()
      },
      onError: (error) => {
        row.refuse(wordsOf(error))
        row.withoutButtons()
        if (isWorthRetrying(error))
          row.offer('again', 'Try again', () => start(upload, row, resolve))
        row.offer('remove', 'Remove', () => row.remove())
        resolve()
      },
    })
    start(upload, row, resolve)
  })
}

async function start(upload, row, ended) {
  row.again()
  row.say('Uploading')
  row.offer('again')
  row.offer('pause', 'Pause', () => pause(upload, row).then(ended))
  row.offer('remove', 'Cancel', () => cancel(upload, row).then(ended))
  const [previous] = await upload.findPreviousUploads()
  if (previous) upload.resumeFromPreviousUpload(previous)
  upload.start()
}

async function pause(upload, row) {
  await upload.abort()
  row.forgetSpeed()
  row.say('Paused')
  row.offer('pause', 'Go on', () => start(upload, row, () => undefined))
}

async function cancel(upload, row) {
  await upload.abort(true).catch(() => undefined)
  row.withoutButtons()
  row.refuse('Cancelled')
}

/** What the server refuses in words it refuses again; a lock of a broken connection is gone soon. */
function isWorthRetrying(error) {
  const status = error.originalResponse?.getStatus() ?? 0
  return status < 400 || status >= 500 || status === 409 || status === 423
}

function wordsOf(error) {
  const answer = error.originalResponse
  if (!answer) return 'The connection broke, and what was sent is kept: try again.'
  const status = answer.getStatus()
  if (status === 401 || status === 403) return 'You are no longer signed in: load the page again.'
  const words = answer.getBody()?.trim()
  return words && status < 500 ? words : `The server answered ${status}: try again.`
}

function saidAtTheEnd(answer) {
  const body = answer.getBody()
  if (!body) return {}
  const { note, duplicate_of: same } = JSON.parse(body)
  return { note, same: same?.href }
}

/** Uploads of this browser that broke off and may be gone on with. */
export async function brokenUploads() {
  const known = await defaultOptions.urlStorage.findAllUploads()
  const broken = []
  for (const { urlStorageKey, creationTime, metadata } of known) {
    const isOld = Date.now() - new Date(creationTime).getTime() > KEPT_MS
    if (isOld) await defaultOptions.urlStorage.removeUpload(urlStorageKey)
    else broken.push({ urlStorageKey, name: metadata.filename })
  }
  return broken
}

export function forgetUpload({ urlStorageKey }) {
  return defaultOptions.urlStorage.removeUpload(urlStorageKey)
}
