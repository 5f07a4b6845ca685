import { readFileSync } from 'node:fs'

/**
 * When the process of that id was born, in the words of the system, which name the boot too; only good for comparing.
 * Null where there is none, where it has ended, and on systems without /proc.
 */
export function processBirth(pid: number): string | null {
  const stat = readProc(`${pid}/stat`)
  if (!stat) return null
  // State and start time, fields 3 and 22 of proc(5), counted behind the name, which may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const hasEnded = fields[0] === 'Z' || fields[0] === 'X'
  return hasEnded ? null : `${readProc('sys/kernel/random/boot_id')}:${fields[19]}`
}

function readProc(name: string): string {
  try {
    return readFileSync(`/proc/${name}`, 'utf8').trim()
  } catch {
    return ''
  }
}
