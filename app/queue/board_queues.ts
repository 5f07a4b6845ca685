import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import type { BaseAdapter } from '@bull-board/api/baseAdapter'
import type { Queue } from 'bullmq'
import { LANES } from '#jobs/lanes/lane'
import type { JobQueue } from '#jobs/job_queue'
import { BullmqJobQueue } from '#queue/bullmq_job_queue'

/** Our queues as Bull Board shows it; none where the queue is no BullMQ queue. */
export function boardQueues(queue: JobQueue, options: { isReadOnly: boolean }): BaseAdapter[] {
  if (!(queue instanceof BullmqJobQueue)) return []
  return LANES.map((lane) => adapterOf(queue.open(lane), options))
}

function adapterOf(queue: Queue, options: { isReadOnly: boolean }): BaseAdapter {
  return new BullMQAdapter(queue, {
    readOnlyMode: options.isReadOnly,
    description: 'Reminders to workers. The truth about every job is under Jobs.',
    externalJobUrl: ({ data }) => ({ displayText: 'Open the job', href: `/jobs/${data?.jobId}` }),
  })
}
