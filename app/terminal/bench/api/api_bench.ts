import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ApiClient } from '#app/terminal/bench/api/api_client'
import { measureCalls, type CallCost } from '#app/terminal/bench/api/api_calls'
import { measureStreaming, type StreamCost } from '#app/terminal/bench/api/api_streaming'
import { measureUploads, type UploadCost } from '#app/terminal/bench/api/api_uploads'
import { padClip } from '#app/terminal/bench/api/padded_clip'
import { whileEncoding } from '#app/terminal/bench/api/under_load'
import { runBounded } from '#media/run/run_bounded'
import { prepareBench } from '#app/terminal/bench/bench_clip'
import { corpusSettings } from '#app/terminal/corpus/corpus_settings'
import type { Bench } from '#app/terminal/bench/bench'
import type { RunningNginx } from '#embedded/nginx'
import type { ServedLibrary } from '#embedded/served_libraries'

/** How much is measured. */
export interface ApiBenchSizes {
  /** Of each call. */
  requests: number
  rounds: number
  /** Of the file that is streamed. */
  streamMib: number
  /** At once. */
  uploads: number
}

export interface ApiBenchRequest extends ApiBenchSizes {
  small: ServedLibrary
  /** Its web process leaves files to the nginx. */
  large: ServedLibrary
  nginx: RunningNginx
  signal: AbortSignal
  say: (line: string) => void
}

export interface ApiCosts {
  small: CallCost[]
  large: CallCost[]
  /** The large library while encodes keep all cores busy. */
  whileEncoding: CallCost[]
  streaming: StreamCost[]
  uploads: UploadCost
}

const CLIP_S = 2
const ENCODES = 2
const TIME_LIMIT_MS = 3_600_000
const MIB = 1024 * 1024

/** What the API costs an integrator, beside a bare route and beside nginx. */
export async function benchApi(request: ApiBenchRequest): Promise<ApiCosts> {
  const folder = await mkdtemp(join(tmpdir(), 'mediakeep-bench-'))
  try {
    const bench = await prepareBench(folder, {
      video: null,
      clipS: CLIP_S,
      signal: request.signal,
    })
    return await measure(request, bench, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(request: ApiBenchRequest, bench: Bench, folder: string): Promise<ApiCosts> {
  const { say, uploads: atOnce } = request
  const [smallClient, largeClient] = [request.small, request.large].map(ApiClient.of)
  say('calls')
  const [small, large] = await measureCalls([smallClient, largeClient], request)
  say('calls while encodes run')
  const folders = await newFolders(folder)
  const { recipe } = corpusSettings('medium', TIME_LIMIT_MS)
  const [loaded] = await whileEncoding({ bench, recipe, folders }, () =>
    measureCalls([largeClient], request)
  )
  say('streaming')
  const streaming = await streamBoth(request, bench, folder)
  say('uploads')
  const file = await shortClip(bench, folder)
  const uploads = await measureUploads({
    ...{ client: smallClient, pid: request.small.pid, file, atOnce },
  })
  return { small, large, whileEncoding: loaded, streaming, uploads }
}

/** As a phone sends it: what it costs is taking it in, and not its pictures. */
async function shortClip({ binaries, signal }: Bench, folder: string): Promise<string> {
  const path = join(folder, 'short.mp4')
  const inputs = ['-f', 'lavfi', '-i', 'testsrc2=s=640x360:r=25', '-f', 'lavfi', '-i', 'sine']
  const encoding = ['-c:v', 'libx264', '-preset', 'veryfast', '-c:a', 'aac']
  const args = ['-v', 'error', ...inputs, '-t', String(CLIP_S), ...encoding, path]
  await runBounded(binaries.ffmpeg, args, { timeoutMs: TIME_LIMIT_MS, signal })
  return path
}

async function newFolders(folder: string): Promise<string[]> {
  const folders = Array.from({ length: ENCODES }, (_, at) => join(folder, `encode-${at}`))
  await Promise.all(folders.map((path) => mkdir(path)))
  return folders
}

/** The same file from our own process, and by the nginx before one of ours. */
async function streamBoth(request: ApiBenchRequest, bench: Bench, folder: string) {
  const { small, large, nginx, rounds, signal } = request
  const file = join(folder, 'long.mp4')
  const sizeBytes = await padClip(bench.inputPath, file, request.streamMib * MIB)
  const own = ApiClient.of(small)
  const direct = ApiClient.of(large)
  const behind = ApiClient.of({ ...large, url: nginx.address })
  const [ownId, behindId] = [await own.upload(file), await direct.upload(file)]
  const path = (id: number) => `/api/v1/videos/${id}/original`
  try {
    return await measureStreaming(
      [
        { name: 'Mediakeep', client: own, path: path(ownId), sizeBytes, pids: [small.pid] },
        {
          ...{ name: 'nginx for Mediakeep', client: behind, path: path(behindId), sizeBytes },
          pids: [large.pid, nginx.pid],
        },
      ],
      { rounds, signal }
    )
  } finally {
    await own.remove(ownId)
    await direct.remove(behindId)
  }
}
