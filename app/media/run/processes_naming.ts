import { readdirSync, readFileSync } from 'node:fs'
import { processBirth } from '#media/run/process_birth'

export interface NamedProcess {
  pid: number
  /** See processBirth. */
  bornAt: string
  /** Its arguments, the first is its name. */
  commandLine: string[]
}

/** Processes with an argument in which the text occurs; none on systems without /proc. */
export function processesNaming(text: string): NamedProcess[] {
  return pids().flatMap((pid) => {
    const commandLine = argumentsOf(pid)
    if (!commandLine.some((argument) => argument.includes(text))) return []
    const bornAt = processBirth(pid)
    return bornAt ? [{ pid, bornAt, commandLine }] : []
  })
}

function pids(): number[] {
  try {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => Number.isInteger(pid))
  } catch {
    return []
  }
}

function argumentsOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return []
  }
}
