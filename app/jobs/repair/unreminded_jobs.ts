import { LANES, type Lane } from '#jobs/lanes/lane'
import { counted, someOf, type Finding } from '#jobs/repair/repair'

export interface UnremindedJobs extends Finding {
  jobIds: string[]
}

/** One finding for each lane that has some. Pure. */
export function remindersByLane(rows: { id: string; lane: Lane }[], why: string): UnremindedJobs[] {
  return LANES.flatMap((lane) => {
    const jobIds = rows.filter((row) => row.lane === lane).map(({ id }) => id)
    if (jobIds.length === 0) return []
    return {
      subject: { type: 'lane', id: lane },
      what: `In the lane ${lane} ${why} ${counted(jobIds.length, 'job')}, such as ${jobIds[0]}`,
      details: { count: jobIds.length, jobIds: someOf(jobIds) },
      jobIds,
    }
  })
}
