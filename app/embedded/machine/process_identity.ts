import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process that cannot be taken for a later one with the same pid. */
export interface ProcessIdentity {
  pid: number
  /** When it was born, in the words of the system; only good for comparing. */
  bornAt: string
}

/** Null when no such process runs; one that has ended but was not yet reaped does not run. */
export function identityOf(pid: number): ProcessIdentity | null {
  const bornAt = process.platform === 'linux' ? bornAtByProc(pid) : bornAtByPs(pid)
  return bornAt ? { pid, bornAt } : null
}

export function isRunning(identity: ProcessIdentity | null | undefined): boolean {
  return Boolean(identity) && identityOf(identity!.pid)?.bornAt === identity!.bornAt
}

/** The program and its arguments in one line; empty when it cannot be known. */
export function commandLineOf(pid: number): string {
  if (process.platform !== 'linux') return askPs(pid, 'command=')
  return readProc(`${pid}/cmdline`).replaceAll('\0', ' ').trim()
}

/** Fields after the name in brackets, which may itself hold spaces and brackets: see proc(5). */
function bornAtByProc(pid: number): string | null {
  const stat = readProc(`${pid}/stat`)
  if (!stat) return null
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state, startTicks] = [fields[0], fields[19]]
  return state === 'Z' || state === 'X'
    ? null
    : `${readProc('sys/kernel/random/boot_id')}:${startTicks}`
}

function bornAtByPs(pid: number): string | null {
  const answer = askPs(pid, 'stat=,lstart=')
  return !answer || answer.startsWith('Z') ? null : answer.replace(/^\S+\s+/, '')
}

function askPs(pid: number, format: string): string {
  return (
    spawnSync('ps', ['-o', format, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
  )
}

function readProc(name: string): string {
  try {
    return readFileSync(`/proc/${name}`, 'utf8').trim()
  } catch {
    return ''
  }
}
