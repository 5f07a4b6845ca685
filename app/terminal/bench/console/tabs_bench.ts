import { loadavg } from 'node:os'
import db from '@adonisjs/lucid/services/db'
import CreateUser from '#accounts/create_user'
import StartJob from '#jobs/life/start_job'
import Job from '#jobs/job'
import Video from '#videos/video'
import app from '@adonisjs/core/services/app'
import { operatorAtTerminal } from '#accounts/actor'
import { usageOf } from '#media/run/process_usage'
import { ConsoleClient } from '#app/terminal/bench/console/console_client'
import { median } from '#app/terminal/bench/median'
import { OpenTab } from '#app/terminal/bench/console/open_tab'
import { startClip } from '#app/terminal/bench/jobs/overhead'
import { timedMs } from '#app/terminal/bench/timed'
import { waitUntil } from '#embedded/wait_until'

export interface TabsRequest {
  tabs: number
  /** Pairs of a batch without tabs and one with them. */
  rounds: number
  /** Where the console is served, and by which process. */
  url: string
  webPid: number
  /** For the clips. */
  folder: string
  signal: AbortSignal
  onRound: (round: number) => void
}

/** Of one batch of encodes in a real worker. */
export interface BatchRun {
  ms: number
  /** Of the web process meanwhile. */
  webCpuS: number
  /** Of the tabs themselves, which run on this machine too. */
  tabsCpuS: number
  notices: number
  pages: number
}

export interface TabsCost {
  tabs: number
  jobs: number
  without: BatchRun[]
  with: BatchRun[]
  /** Time of a batch with tabs by that without; median of the pairs. */
  ratio: number
  /** Of the machine over the last minute, before and after. */
  load: [before: number, after: number]
}

const PEOPLE = 4
const PAGES = ['/', '/jobs', '/videos', '/lanes']
const JOBS = 3
const CLIP_S = 6
const PRESET = 'medium'
const PASSWORD = 'correct horse battery staple'
const BATCH_WITHIN_MS = 600_000

/** What open tabs cost the workers: the same small batch with and without them, in turns. */
export async function benchTabs(request: TabsRequest): Promise<TabsCost> {
  const before = loadavg()[0]
  const people = await signedIn(request.url)
  const videos = await prepare(request)
  const runs = { without: [] as BatchRun[], with: [] as BatchRun[] }
  for (let round = 0; round < request.rounds; round++) {
    request.signal.throwIfAborted()
    request.onRound(round + 1)
    const turns = [0, request.tabs]
    for (const tabs of round % 2 === 0 ? turns : turns.toReversed()) {
      const run = await oneBatch(request, { videos, people, tabs })
      runs[tabs === 0 ? 'without' : 'with'].push(run)
    }
  }
  const ratios = runs.with.map(({ ms }, round) => ms / runs.without[round].ms)
  const load: TabsCost['load'] = [before, loadavg()[0]]
  return { tabs: request.tabs, jobs: JOBS, ...runs, ratio: median(ratios), load }
}

async function signedIn(url: string): Promise<ConsoleClient[]> {
  const by = operatorAtTerminal()
  const clients = []
  for (let at = 0; at < PEOPLE; at++) {
    const person = { email: `tab-${at}@example.org`, password: PASSWORD, fullName: `Tab ${at}` }
    await new CreateUser().handle({ ...person, role: 'viewer', by })
    const client = new ConsoleClient({ url, ...person })
    await client.signIn()
    clients.push(client)
  }
  return clients
}

/** The first run of each warms everything up. */
async function prepare(request: TabsRequest): Promise<Video[]> {
  for (let at = 0; at < JOBS; at++) await startClip({ ...request, clipS: CLIP_S })
  await untilDone(request.signal)
  return Video.query().orderBy('id')
}

interface Turn {
  videos: Video[]
  people: ConsoleClient[]
  tabs: number
}

async function oneBatch(request: TabsRequest, turn: Turn): Promise<BatchRun> {
  const tabs = await openTabs(turn)
  try {
    const [webBefore, oursBefore] = [await usageOf(request.webPid), process.cpuUsage()]
    const ms = await timedMs(() => encodeAll(turn.videos, request.signal))
    const ours = process.cpuUsage(oursBefore)
    const webCpuS = (await usageOf(request.webPid)).cpuS - webBefore.cpuS
    const sum = (what: 'notices' | 'pages') => tabs.reduce((all, tab) => all + tab[what], 0)
    const tabsCpuS = (ours.user + ours.system) / 1e6
    return { ms, webCpuS, tabsCpuS, notices: sum('notices'), pages: sum('pages') }
  } finally {
    await Promise.all(tabs.map((tab) => tab.close()))
  }
}

async function openTabs({ people, tabs }: Turn): Promise<OpenTab[]> {
  const opened: OpenTab[] = []
  for (let at = 0; at < tabs; at++) {
    const tab = new OpenTab(people[at % PEOPLE], PAGES[Math.floor(at / PEOPLE) % PAGES.length])
    await tab.open()
    opened.push(tab)
  }
  return opened
}

async function encodeAll(videos: Video[], signal: AbortSignal) {
  const start = await app.container.make(StartJob)
  const by = operatorAtTerminal()
  for (const video of videos) await start.handle({ video, preset: PRESET, by })
  await untilDone(signal)
}

async function untilDone(signal: AbortSignal) {
  const isDone = async () => {
    const open = await db.from('jobs').whereIn('status', ['queued', 'running']).first()
    return !open
  }
  await waitUntil(isDone, { timeoutMs: BATCH_WITHIN_MS, everyMs: 100, signal })
  const wrong = await Job.query().whereNot('status', 'completed').first()
  if (wrong) throw new Error(`a job of the measurement is ${wrong.status}: ${wrong.failureMessage}`)
}
