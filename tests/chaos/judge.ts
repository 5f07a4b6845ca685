import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs'
import { join, relative } from 'node:path'
import { until } from '../helpers/until.js'
import type { Reference } from './calm.js'
import { leftoversOf } from './process_tree.js'
import { remindersLeft } from './reminders.js'
import type { World } from './world.js'

export interface Verdict {
  jobs: number
  lost: string[]
  doubled: string[]
  leftOver: string[]
  /** How jobs ended: status, and cause where they failed. */
  ends: Record<string, number>
}

interface JobRow {
  id: string
  video_id: number
  preset: string
  status: string
  failure_cause: string | null
  video_status: string
  title: string
  numbers: number[]
  statuses: string[]
  started: number
}

interface RenditionRow {
  video_id: number
  name: string
  job_id: string | null
  sha256: string
  files: { key: string; sha256: string }[]
  attempt_status: string | null
  attempt_number: number | null
}

const ENDED = ['completed', 'failed', 'cancelled']
/** Everything that can be waited for ends within this, faults over. */
const SETTLED_WITHIN_MS = 180_000
/** Repairs run every few seconds. */
const CLEAN_WITHIN_MS = 45_000

/** Ends all faults, waits until nothing moves, and counts against the ledger. */
export async function judge(
  world: World,
  reference: Reference,
  { isFinal = false, cleanWithinMs = CLEAN_WITHIN_MS } = {}
): Promise<Verdict> {
  await world.heal()
  await untilSettled(world)
  const jobs = await jobRows(world)
  const renditions = await renditionRows(world)
  const verdict: Verdict = { jobs: jobs.length, lost: [], doubled: [], leftOver: [], ends: {} }
  for (const { status, failure_cause: cause } of jobs) {
    const end = cause && status === 'failed' ? `failed ${cause}` : status
    verdict.ends[end] = (verdict.ends[end] ?? 0) + 1
  }
  verdict.lost.push(...lostJobs(world, jobs), ...(await lostVideos(world)))
  verdict.lost.push(...(await unexplained(world, jobs)))
  verdict.lost.push(...wrongBytes(world, { jobs, renditions, reference }))
  verdict.doubled.push(...doubledJobs(jobs), ...doubledRenditions(jobs, renditions))
  verdict.doubled.push(...(await ghosts(world, jobs)))
  verdict.leftOver.push(...(await cleanedUp(world, { isFinal, cleanWithinMs })))
  return verdict
}

/** Until every job ended. One that does not is counted, not waited for without end. */
async function untilSettled(world: World) {
  const isStill = async () => {
    const { count } = await world.postgres.row<{ count: number }>(
      `select count(*)::int as count from jobs where status in ('queued', 'running')`
    )
    return count === 0
  }
  await until(isStill, SETTLED_WITHIN_MS).catch(() => undefined)
}

function jobRows(world: World): Promise<JobRow[]> {
  return world.postgres.rows<JobRow>(`
    select jobs.id, jobs.video_id, presets.name as preset, jobs.status, jobs.failure_cause,
      videos.status as video_status, videos.title,
      array(select number from attempts where job_id = jobs.id order by number) as numbers,
      array(select status from attempts where job_id = jobs.id order by number) as statuses,
      (select count(*)::int from audit
        where action = 'job.started' and subject_id = jobs.id::text) as started
    from jobs
    join videos on videos.id = jobs.video_id
    left join preset_versions on preset_versions.id = jobs.preset_version_id
    left join presets on presets.id = preset_versions.preset_id`)
}

function renditionRows(world: World): Promise<RenditionRow[]> {
  return world.postgres.rows<RenditionRow>(`
    select renditions.video_id, renditions.name, renditions.job_id, renditions.sha256,
      renditions.files, attempts.status as attempt_status, attempts.number as attempt_number
    from renditions left join attempts on attempts.id = renditions.attempt_id`)
}

/** Promised, and not at its end, or at an end that nobody asked for. */
function lostJobs({ ledger }: World, rows: JobRow[]): string[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return [...ledger.jobs.values()].flatMap(({ jobId, videoId, isCancelAsked }) => {
    const row = byId.get(jobId)
    const isDeleted = ledger.videos.get(videoId)?.isDeleteAsked ?? false
    if (!row) return isDeleted ? [] : [`job ${jobId} is gone`]
    if (!ENDED.includes(row.status)) return [`job ${jobId} is ${row.status}`]
    if (!ENDED.includes(row.video_status)) return [`video ${videoId} is ${row.video_status}`]
    if (row.status === 'cancelled' && !isCancelAsked) return [`job ${jobId}: nobody cancelled it`]
    if (row.status === 'failed' && !row.failure_cause) return [`job ${jobId} failed without cause`]
    return []
  })
}

/** Uploads that were taken must be there, byte for byte. */
async function lostVideos({ ledger, postgres, storage }: World): Promise<string[]> {
  const rows = await postgres.rows<{ id: number; original_key: string; sha256: string }>(
    'select id, original_key, sha256 from videos'
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  const missing = [...ledger.videos.values()]
    .filter(({ videoId, isDeleteAsked }) => !isDeleteAsked && !byId.has(videoId))
    .map(({ videoId }) => `video ${videoId} is gone`)
  const changed = rows
    .filter((row) => hashOf(join(storage, row.original_key)) !== row.sha256)
    .map(({ id }) => `the original of video ${id} is not what was taken`)
  return [...missing, ...changed]
}

/** A good file that failed for good by a cause that no fault explains. */
async function unexplained({ ledger, client }: World, rows: JobRow[]): Promise<string[]> {
  const found: string[] = []
  for (const { id, status, failure_cause: cause } of rows) {
    if (status !== 'failed' || cause === 'WORKER_LOST' || !ledger.jobs.has(id)) continue
    const { body } = await client.call('GET', `/jobs/${id}`)
    if (body.cause?.can_retry_help !== true) found.push(`job ${id} failed for good by ${cause}`)
  }
  return found
}

function wrongBytes(
  { ledger, storage }: World,
  of: { jobs: JobRow[]; renditions: RenditionRow[]; reference: Reference }
): string[] {
  const { jobs, renditions, reference } = of
  const wrong: string[] = []
  for (const { id, status, video_id: videoId, preset } of jobs) {
    const clip = ledger.videos.get(videoId)?.clip
    if (status !== 'completed' || !clip) continue
    const wanted = reference.get(`${clip} ${preset}`)
    if (!wanted) continue
    const made = renditions.filter((one) => one.video_id === videoId && wanted.has(one.name))
    if (made.length !== wanted.size) wrong.push(`job ${id}: ${made.length} of its renditions`)
    for (const { name, files } of made) {
      const hashes = files.map(({ key }) => hashOf(join(storage, key))).join(' ')
      if (hashes !== wanted.get(name)) wrong.push(`job ${id}: ${name} differs from a calm run's`)
    }
  }
  return wrong
}

/** Attempts are counted without gaps, at most one completed it, and that was the last. */
function doubledJobs(rows: JobRow[]): string[] {
  return rows.flatMap(({ id, status, numbers, statuses, started }) => {
    const completed = statuses.filter((one) => one === 'completed').length
    const found: string[] = []
    if (numbers.some((number, at) => number !== at + 1))
      found.push(`job ${id}: attempts ${numbers}`)
    if (completed !== (status === 'completed' ? 1 : 0))
      found.push(`job ${id} is ${status} with ${completed} completed attempts`)
    if (completed > 0 && statuses.at(-1) !== 'completed')
      found.push(`job ${id}: attempts after its end: ${statuses}`)
    if (started > 1) found.push(`job ${id} was started ${started} times`)
    return found
  })
}

/** What is shown was made by the attempt that held the lease last. */
function doubledRenditions(jobs: JobRow[], renditions: RenditionRow[]): string[] {
  const byId = new Map(jobs.map((row) => [row.id, row]))
  return renditions.flatMap(({ name, job_id: jobId, attempt_status, attempt_number }) => {
    const job = jobId ? byId.get(jobId) : undefined
    const isLast = job?.status === 'completed' && attempt_number === job.numbers.at(-1)
    return isLast && attempt_status === 'completed'
      ? []
      : [`rendition ${name} of job ${jobId}: attempt ${attempt_number} (${attempt_status})`]
  })
}

/** Jobs and videos that nobody asked for, or twice for one request. */
async function ghosts({ ledger, postgres }: World, rows: JobRow[]): Promise<string[]> {
  const open = new Map([...ledger.openJobs].map(([videoId, asked]) => [videoId, asked.length]))
  const found = rows.flatMap(({ id, video_id: videoId, title }) => {
    if (ledger.jobs.has(id) || ledger.openUploads.has(title)) return []
    const left = open.get(videoId) ?? 0
    open.set(videoId, left - 1)
    return left > 0 ? [] : [`job ${id} of ${title}: nobody asked for it`]
  })
  const videos = await postgres.rows<{ id: number; title: string }>('select id, title from videos')
  const titles = new Set<string>()
  for (const { id, title } of videos) {
    if (titles.has(title)) found.push(`${title} was taken twice`)
    titles.add(title)
    if (!ledger.videos.has(id) && !ledger.openUploads.has(title)) found.push(`${title}: a ghost`)
  }
  return found
}

/**
 * Waits for the repairs, then tells what they did not find. Files that no row shows may stay for an hour, for somebody
 * may be about to show them: where such are left, they are made to look older and the repair is asked for.
 */
async function cleanedUp(
  world: World,
  { isFinal, cleanWithinMs }: { isFinal: boolean; cleanWithinMs: number }
): Promise<string[]> {
  if ((await strayFiles(world)).length > 0) await collectOld(world)
  let found: string[] = []
  const isClean = async () => {
    found = await leftOver(world, isFinal)
    return found.length === 0
  }
  await until(isClean, isFinal ? 3 * cleanWithinMs : cleanWithinMs).catch(() => undefined)
  return found
}

async function leftOver(world: World, isFinal: boolean): Promise<string[]> {
  const { home, scratch, postgres } = world
  const processes = leftoversOf(home).map(({ pid, name }) => `${name} ${pid} still runs`)
  const folders = filesIn(scratch.path, scratch.path).map((file) => `scratch: ${file}`)
  const { running } = await postgres.row<{ running: number }>(
    `select count(*)::int as running from attempts join jobs on jobs.id = attempts.job_id
     where attempts.status = 'running' and jobs.status <> 'running'`
  )
  const { open } = await postgres.row<{ open: number }>(
    `select count(*)::int as open from pg_stat_activity
     where datname = current_database() and state like 'idle in transaction%'
       and state_change < now() - interval '5 seconds'`
  )
  const { firings } = await postgres.row<{ firings: number }>(
    `select count(*)::int as firings from firings where status in ('pending', 'running')
       and created_at < now() - interval '40 seconds'`
  )
  return [
    ...processes,
    ...folders,
    ...(await strayFiles(world)),
    ...(running > 0 ? [`${running} attempts run for ended jobs`] : []),
    ...(open > 0 ? [`${open} open transactions`] : []),
    ...(firings > 0 ? [`${firings} firings without an end`] : []),
    ...(isFinal ? await remindersLeft(world) : []),
  ]
}

async function collectOld(world: World) {
  const longAgo = new Date(Date.now() - 2 * 3_600_000)
  for (const file of filesIn(world.storage, world.storage)) {
    if (!file.endsWith('/')) utimesSync(join(world.storage, file), longAgo, longAgo)
  }
  await world.ace('doctor', '--fix', '--json').catch(() => undefined)
}

/** Files that no row names, and the other way round. */
async function strayFiles({ postgres, storage }: World): Promise<string[]> {
  const rows = await postgres.rows<{ key: string }>(`
    select original_key as key from videos
    union select poster_key from videos where poster_key is not null
    union select file_key from renditions
    union select file->>'key' from renditions, jsonb_array_elements(files) as file`)
  const named = new Set(rows.map(({ key }) => key))
  const there = filesIn(storage, storage)
  return [
    ...there.filter((file) => !named.has(file)).map((file) => `stored: ${file}`),
    ...[...named].filter((key) => !existsSync(join(storage, key))).map((key) => `no file: ${key}`),
  ]
}

/** Files and empty folders below, as paths relative to the top; top folders may stay empty. */
function filesIn(folder: string, top: string): string[] {
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    if (!entry.isDirectory()) return [relative(top, path)]
    const inside = filesIn(path, top)
    const isOfUse = inside.length > 0 || isTopFolder(relative(top, path))
    return isOfUse ? inside : [`${relative(top, path)}/`]
  })
}

/** `incoming`, `originals`, `renditions` and `renditions/7` may stay though they are empty. */
function isTopFolder(path: string): boolean {
  return /^(incoming|originals|renditions(\/\d+)?|watermarks)$/.test(path)
}

function hashOf(path: string): string | null {
  if (!existsSync(path)) return null
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}
