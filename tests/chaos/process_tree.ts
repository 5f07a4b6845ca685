import { readdirSync, readFileSync } from 'node:fs'

/** What /proc says of processes; a process that is gone says nothing. */
export interface Seen {
  pid: number
  parent: number
  state: string
  /** Its own name, such as `ffmpeg`. */
  name: string
  commandLine: string
}

export function allProcesses(): Seen[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => see(Number(name)) ?? [])
}

export function see(pid: number): Seen | null {
  const stat = read(`/proc/${pid}/stat`)
  if (!stat) return null
  const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
  const commandLine = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')
  return { pid, parent: Number(parent), state, name, commandLine }
}

/** The descendants of a process, the nearest first. */
export function descendantsOf(pid: number): Seen[] {
  const all = allProcesses()
  const of = (parent: number): Seen[] => {
    const children = all.filter((one) => one.parent === parent)
    return [...children, ...children.flatMap((child) => of(child.pid))]
  }
  return of(pid)
}

/** Media programs that work in a folder, wrappers (nice, bwrap) left out unless nothing else is there. */
export function mediaProgramsIn(folder: string): Seen[] {
  return allProcesses().filter(
    ({ name, state, commandLine }) =>
      /^ff(mpeg|probe)$/.test(name) && state !== 'Z' && commandLine.includes(folder)
  )
}

/** Everything that names the folder and has to do with media, wrappers too. */
export function leftoversOf(folder: string): Seen[] {
  return allProcesses().filter(
    ({ name, state, commandLine }) =>
      /^(ffmpeg|ffprobe|bwrap|nice|setpriv)$/.test(name) &&
      state !== 'Z' &&
      commandLine.includes(folder)
  )
}

/** Sends a signal. @returns whether somebody was there to get it */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    process.kill(pid, name)
    return true
  } catch {
    return false
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
