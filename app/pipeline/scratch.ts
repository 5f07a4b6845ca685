import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { JobLease } from '#jobs/job_lease'

/** Folder of one attempt: the job and the token in its name tell later whether it still has an owner. */
export function scratchFolder(scratchPath: string, lease: JobLease): string {
  return join(scratchPath, `${lease.jobId}-${lease.token}`)
}

/** Makes the attempt's empty folder. */
export async function makeScratch(scratchPath: string, lease: JobLease): Promise<string> {
  const folder = scratchFolder(scratchPath, lease)
  await mkdir(scratchPath, { recursive: true })
  await mkdir(folder)
  return folder
}

export async function removeScratch(folder: string) {
  await rm(folder, { recursive: true, force: true })
}
