import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import type { BaseAdapter } from '@bull-board/api/baseAdapter'
import type { JobQueue } from '#jobs/job_queue'
import { BullmqJobQueue } from '#queue/bullmq_job_queue'

/** Our queue as Bull Board shows it; none where the queue is no BullMQ queue. */
export function boardQueues(queue: JobQueue, options: { isReadOnly: boolean }): BaseAdapter[] {
  if (!(queue instanceof BullmqJobQueue)) return []
  const adapter = new BullMQAdapter(queue.open(), {
    readOnlyMode: options.isReadOnly,
    description: 'Reminders to workers. The truth about every job is under Jobs.',
    externalJobUrl: ({ data }) => ({ displayText: 'Open the job', href: `/jobs/${data?.jobId}` }),
  })
  return [adapter]
}
