import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/** What a process and its descendants use at one moment. */
export interface ProcessUsage {
  memoryBytes: number
  cpuS: number
  /** Bytes handed to write calls so far; 0 where the system does not tell. */
  writtenBytes: number
}

/** Linux' USER_HZ, the same on every architecture that Node runs on. */
const TICKS_PER_S = 100
const NOTHING: ProcessUsage = { memoryBytes: 0, cpuS: 0, writtenBytes: 0 }

/** Resident memory and CPU time of a whole tree; zeros when it is gone. */
export async function usageOfTree(pid: number): Promise<ProcessUsage> {
  if (process.platform !== 'linux') return usageByPs(pid)
  const children = await childrenOf(pid)
  const parts = await Promise.all([usageOf(pid), ...children.map(usageOfTree)])
  return parts.reduce(add, NOTHING)
}

/** Of the process alone. */
export async function usageOf(pid: number): Promise<ProcessUsage> {
  const [status, stat, io] = await Promise.all(
    ['status', 'stat', 'io'].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => ''))
  )
  const times = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return {
    memoryBytes: Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024,
    // utime, stime, and both of children that ended: fields 14 to 17 of proc(5), counted from the third
    cpuS: sum(times.slice(11, 15).map(Number)) / TICKS_PER_S,
    writtenBytes: Number(/^wchar: (\d+)/m.exec(io)?.[1] ?? 0),
  }
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

/** Any thread may have forked. */
async function childrenOf(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => [])
  const lists = await Promise.all(
    threads.map((tid) => readFile(`/proc/${pid}/task/${tid}/children`, 'utf8').catch(() => ''))
  )
  return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number))
}

/** The group is the tree: nothing that we start leaves its group. */
async function usageByPs(pgid: number): Promise<ProcessUsage> {
  const run = promisify(execFile)
  const { stdout } = await run('ps', ['-axo', 'pgid=,rss=,time=']).catch(() => ({ stdout: '' }))
  const rows = stdout.split('\n').map((row) => row.trim().split(/\s+/))
  return rows
    .filter(([group]) => Number(group) === pgid)
    .map(([, rss, time]) => ({
      memoryBytes: Number(rss) * 1024,
      cpuS: clockSeconds(time),
      writtenBytes: 0,
    }))
    .reduce(add, NOTHING)
}

/** `1:02:03.45` and `2:03.45`. */
function clockSeconds(text: string): number {
  return text.split(':').reduce((total, part) => total * 60 + Number(part), 0)
}

function add(a: ProcessUsage, b: ProcessUsage): ProcessUsage {
  return {
    memoryBytes: a.memoryBytes + b.memoryBytes,
    cpuS: a.cpuS + b.cpuS,
    writtenBytes: a.writtenBytes + b.writtenBytes,
  }
}
