import { basename } from 'node:path'
import { hostname } from 'node:os'
import { inject } from '@adonisjs/core'
import { processBirth } from '#media/run/process_birth'
import { processesNaming } from '#media/run/processes_naming'
import { Scratch } from '#jobs/repair/scratch'
import type { Finding, Repair } from '#jobs/repair/repair'

interface UnknownProcess extends Finding {
  pid: number
  bornAt: string
  folder: string
}

/** What an attempt launches, and what that is wrapped in. */
const PROGRAMS = /^(ffmpeg|ffprobe|bwrap|nice)$/

/**
 * Media programs on this machine that work in the scratch folder of an attempt that is over, whatever was written down
 * about them. A worker that is killed while bubblewrap sets its jail up leaves an inner bwrap that waits for ever: the
 * outer one, the only process that anybody knew, is gone.
 */
@inject()
export default class UnknownProcesses implements Repair<UnknownProcess> {
  readonly kind = 'unknown_processes'
  readonly action = 'process.killed'
  readonly everyS = 10

  constructor(private scratch: Scratch) {}

  async find(): Promise<UnknownProcess[]> {
    const found: UnknownProcess[] = []
    for (const { pid, bornAt, commandLine } of processesNaming(`${this.scratch.path}/`)) {
      const program = basename(commandLine[0] ?? '')
      const folder = this.scratch.folderIn(commandLine)
      if (!folder || !PROGRAMS.test(program) || !(await this.scratch.isOwnerless(folder))) continue
      const what = `Process ${pid} (${program}) still works in ${folder} on ${hostname()}, and that attempt is over`
      const subject = { type: 'scratch', id: folder }
      found.push({ subject, what, details: { pid }, pid, bornAt, folder })
    }
    return found
  }

  async repair({ pid, bornAt, folder }: UnknownProcess) {
    if (processBirth(pid) !== bornAt || !(await this.scratch.isOwnerless(folder))) return false
    process.kill(pid, 'SIGKILL')
    return true
  }
}
