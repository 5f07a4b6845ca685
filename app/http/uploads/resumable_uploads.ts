import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { HttpContext } from '@adonisjs/core/http'
import { MemoryLocker, Server } from '@tus/server'
import { DateTime } from 'luxon'
import type StartJob from '#jobs/life/start_job'
import type IngestVideo from '#videos/ingest_video'
import Upload from '#videos/upload'
import { sentName } from '#http/files/sent_name'
import {
  CHECKSUM_ALGORITHMS,
  CheckedFileStore,
  wantedChecksum,
} from '#http/uploads/checked_file_store'
import { readMetadata } from '#http/uploads/read_metadata'
import { tusRefusal, webRequestOf } from '#http/uploads/tus_exchange'
import { refuse, refuseJobs, type UploadSender } from '#http/uploads/upload_sender'
import type { IntakeLimits } from '#videos/intake_limits'
import { fittingPreset } from '#jobs/life/fitting_preset'
import { startOrJoin } from '#jobs/life/start_or_join'
import { VideoTooLarge } from '#videos/errors'
import { findPresetVersion } from '#presets/find_preset_version'
import type { Actor } from '#accounts/actor'
import type Video from '#videos/video'

/** Tells the address of the video in the answer to the last piece, and to whoever asks again. */
const VIDEO_HEADER = 'Mediakeep-Video'

/** What came of an upload is remembered for so long; broken ones may be gone on with as long. */
const KEPT_HOURS = 72

const NOTHING_FITS =
  'It is kept. What was chosen can make nothing of it: open the video and choose something else.'

type TusUpload = Awaited<ReturnType<CheckedFileStore['getUpload']>>

/**
 * Takes files in pieces by the tus protocol 1.0 (https://tus.io/protocols/resumable-upload): an upload that breaks off
 * goes on where it stopped, also after a reload, for three days. Whole, it is taken in like any other.
 */
export class ResumableUploads {
  readonly #store: CheckedFileStore
  readonly #servers = new Map<string, Server>()
  /** One for all paths: an upload may be gone on with by another. */
  readonly #locker = new MemoryLocker()
  readonly #senders = new WeakMap<object, UploadSender>()
  /** Whole uploads that are being looked at. */
  readonly #taking = new Map<string, Promise<Upload>>()

  constructor(
    private readonly folder: string,
    private readonly ingestVideo: IngestVideo,
    private readonly startJob: StartJob,
    private readonly limits: IntakeLimits
  ) {
    const expirationPeriodInMilliseconds = KEPT_HOURS * 3_600_000
    this.#store = new CheckedFileStore({ directory: folder, expirationPeriodInMilliseconds })
  }

  /** Answers one request of the protocol. */
  async handle(ctx: HttpContext, sender: UploadSender): Promise<Response> {
    await mkdir(this.folder, { recursive: true })
    const ended = await this.#endedUpload(ctx, sender)
    if (ended) return tell(ended, sender)
    const wanted = wantedChecksum(ctx.request.header('upload-checksum'))
    if (wanted instanceof Response) return wanted
    const request = webRequestOf(ctx)
    this.#senders.set(request, sender)
    const server = this.#serverOf(sender)
    const answer = await this.#store.expecting(wanted, () => server.handleWeb(request))
    answer.headers.set('Tus-Checksum-Algorithm', CHECKSUM_ALGORITHMS.join(','))
    return answer
  }

  /** An upload of theirs and how much of it has arrived; null where there is none. */
  async find(id: string, by: Actor): Promise<{ upload: Upload; receivedBytes: number } | null> {
    const upload = await Upload.find(id)
    if (!upload || upload.userId !== by.userId) return null
    if (upload.finishedAt) return { upload, receivedBytes: upload.sizeBytes }
    const received = await this.#store.getUpload(id).catch(() => null)
    return received && { upload, receivedBytes: received.offset }
  }

  /** One for each path, for it holds the locks of uploads. */
  #serverOf({ path }: UploadSender): Server {
    const server = this.#servers.get(path) ?? this.#newServer(path)
    this.#servers.set(path, server)
    return server
  }

  #newServer(path: string): Server {
    return new Server({
      path,
      datastore: this.#store,
      locker: this.#locker,
      relativeLocation: true,
      allowedOrigins: () => false,
      onIncomingRequest: (request, id) => this.#mustBeTheirs(request, id),
      onUploadCreate: (request, upload) => this.#begin(request, upload),
      onUploadFinish: (request, upload) => this.#end(request, upload.id),
    })
  }

  /** Somebody else's is as none. */
  async #mustBeTheirs(request: Request, id: string): Promise<void> {
    if (request.method === 'POST') return
    const upload = await Upload.find(id)
    const { by } = this.#senders.get(request)!
    if (upload?.userId !== by.userId) throw tusRefusal(404, 'There is no such upload.')
  }

  async #begin(request: Request, { id, size, metadata }: TusUpload) {
    const sender = this.#senders.get(request)!
    const originalName = sentName(metadata?.filename ?? '')
    if (!originalName) throw tusRefusal(400, 'The upload has no name: send it as filename.')
    this.#mustFit(originalName, size)
    const said = await this.#choices(sender, metadata ?? {})
    await forgetOld()
    const { userId } = sender.by
    await Upload.create({ id, userId, originalName, sizeBytes: size!, ...said })
    return {}
  }

  /** What is said of an upload besides its name, looked at before a byte of it is sent. */
  async #choices(sender: UploadSender, metadata: Record<string, string | null>) {
    const preset = sentName(metadata.preset ?? '') || null
    if (preset && !sender.mayStartJobs) refuseJobs(sender)
    try {
      await Promise.all(choicesIn(preset).map(findPresetVersion))
      return { preset, ...(await readMetadata(metadata)) }
    } catch (error) {
      refuse(sender, error as Error)
    }
  }

  #mustFit(name: string, size: number | undefined) {
    if (!size) throw tusRefusal(400, `${name} is empty, or its length is not told.`)
    const { maxSizeBytes } = this.limits
    if (size > maxSizeBytes) throw tusRefusal(413, new VideoTooLarge(name, maxSizeBytes).message)
  }

  async #end(request: Request, id: string) {
    const sender = this.#senders.get(request)!
    const { by, videosPath } = sender
    const { refusal, refusalCode, videoId, duplicateOf, note } = await this.#take(id, by)
    if (refusal) {
      sender.refusalCode = refusalCode ?? undefined
      throw tusRefusal(422, refusal)
    }
    const url = `${videosPath}/${videoId}`
    const headers = { 'Content-Type': 'application/json', [VIDEO_HEADER]: url }
    const same = duplicateOf && { id: duplicateOf, href: `${videosPath}/${duplicateOf}` }
    const body = JSON.stringify({ url, id: videoId, duplicate_of: same, note })
    return { status_code: 200, headers, body }
  }

  /** Once, however many ask: an answer that was lost is asked for again. */
  #take(id: string, by: Actor): Promise<Upload> {
    const known = this.#taking.get(id)
    if (known) return known
    const taking = this.#takeIn(id, by).finally(() => this.#taking.delete(id))
    this.#taking.set(id, taking)
    return taking
  }

  async #takeIn(id: string, by: Actor): Promise<Upload> {
    const upload = await Upload.findOrFail(id)
    if (upload.finishedAt) return upload
    await this.#ingest(upload, by)
    upload.finishedAt = DateTime.now()
    await upload.save()
    await this.#store.remove(id).catch(() => undefined)
    return upload
  }

  async #ingest(upload: Upload, by: Actor): Promise<void> {
    const { id, originalName } = upload
    try {
      const order = { originalName, title: upload.title, duplicate: upload.duplicate, by }
      const { video, duplicateOf } = await this.ingestVideo.takeFrom(join(this.folder, id), order)
      upload.videoId = video.id
      upload.duplicateOf = duplicateOf
      upload.note = await this.#start(video, upload, by)
    } catch (error) {
      if (!isRefusal(error)) throw error
      upload.refusal = error.message
      upload.refusalCode = (error as { code?: string }).code ?? null
    }
  }

  /** A file that was taken stays, also where no preset has anything for it. @returns that in words, else null */
  async #start(video: Video, upload: Upload, by: Actor): Promise<string | null> {
    if (!upload.preset) return null
    const preset = await fittingPreset(choicesIn(upload.preset), video)
    const { priority } = upload
    if (preset) await startOrJoin(this.startJob, { video, preset, priority, by })
    return preset ? null : NOTHING_FITS
  }

  /** An upload of theirs that is whole, asked for again: its end was not heard, or was cut short by a crash. */
  async #endedUpload(ctx: HttpContext, { by }: UploadSender): Promise<Upload | null> {
    if (ctx.request.method() !== 'HEAD') return null
    const upload = await Upload.find(ctx.params.id)
    if (!upload || upload.userId !== by.userId) return null
    if (upload.finishedAt) return upload
    const received = await this.#store.getUpload(upload.id).catch(() => null)
    return received?.offset === upload.sizeBytes ? this.#take(upload.id, by) : null
  }
}

/** The answer to HEAD for one that ended; 410 makes the sender begin anew, and hear the refusal again. */
function tell({ refusal, videoId, sizeBytes }: Upload, { videosPath }: UploadSender): Response {
  const headers = new Headers({ 'Tus-Resumable': '1.0.0', 'Cache-Control': 'no-store' })
  if (refusal || !videoId) return new Response(null, { status: 410, headers })
  headers.set('Upload-Offset', String(sizeBytes))
  headers.set('Upload-Length', String(sizeBytes))
  headers.set(VIDEO_HEADER, `${videosPath}/${videoId}`)
  return new Response(null, { status: 200, headers })
}

/** Presets with a bar between them are tried in turn. */
function choicesIn(presets: string | null): string[] {
  return presets?.split('|') ?? []
}

async function forgetOld(): Promise<void> {
  await Upload.query()
    .whereRaw(`created_at < now() - interval '${KEPT_HOURS} hours'`)
    .whereNotNull('finished_at')
    .delete()
}

/** What an operation tells in words, which is no fault of ours. */
function isRefusal(error: unknown): error is Error {
  const status = (error as { status?: number }).status ?? 500
  return status >= 400 && status < 500
}
