import { inject } from '@adonisjs/core'
import logger from '@adonisjs/core/services/logger'
import { learnSpeed } from '#jobs/forecast/learn_speed'
import { superviseLanes } from '#jobs/lanes/supervise_lanes'
import { tellAttemptEnded } from '#jobs/life/attempt_ended'
import DeleteVideo from '#jobs/life/delete_video'
import SendReminders from '#jobs/life/send_reminders'
import SuperviseBatches from '#jobs/batches/supervise_batches'

/** Outcomes after which the job waits again, and its reminder is used up. */
const WAITS_AGAIN = new Set<string>(['waits_for_retry', 'handed_back'])

/** What follows an attempt, at once; what is missed here the reconciler does. */
@inject()
export default class AfterAttempt {
  constructor(
    private reminders: SendReminders,
    private batches: SuperviseBatches,
    private deleteVideo: DeleteVideo
  ) {}

  /** Never fails. */
  async handle(jobId: string, outcome: string): Promise<void> {
    await tellAttemptEnded(jobId, outcome)
    try {
      if (outcome === 'completed') await learnSpeed(jobId)
      if (WAITS_AGAIN.has(outcome)) await this.reminders.handle([jobId])
      await this.batches.ofJob(jobId)
      await superviseLanes()
      await this.deleteVideo.ofJob(jobId)
    } catch (error) {
      logger.warn({ err: error, jobId }, 'what follows an attempt is left to the reconciler')
    }
  }
}
