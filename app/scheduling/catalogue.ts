import vine, { errors } from '@vinejs/vine'
import { VIDEO_STATUSES } from '#videos/video_status'
import { InvalidParameters } from '#scheduling/errors'

/** What a schedule can start. The parameters are kept with the schedule and validated by its action. */
export const SCHEDULE_ACTIONS = {
  retry_failed_jobs: {
    title: 'Retry failed jobs',
    description: 'Gives failed jobs another try, by default only those that a retry can cure.',
    parameters: vine.create({
      isTransientOnly: vine.boolean(),
      maxJobs: vine.number().withoutDecimals().min(1).nullable().optional(),
    }),
  },
  start_batch: {
    title: 'Start a batch',
    description: 'Starts a preset for the videos that are in a status, the oldest first.',
    parameters: vine.create({
      status: vine.enum(VIDEO_STATUSES),
      preset: vine.string().trim().minLength(1),
      maxVideos: vine.number().withoutDecimals().min(1).nullable().optional(),
    }),
  },
  clean_scratch: {
    title: 'Clean scratch',
    description: 'Removes working files that no running attempt owns.',
    parameters: vine.create({}),
  },
} as const

export type ScheduleAction = keyof typeof SCHEDULE_ACTIONS

/** What each action is given when it fires. */
export interface ActionParameters {
  retry_failed_jobs: { isTransientOnly: boolean; maxJobs?: number | null }
  start_batch: {
    status: (typeof VIDEO_STATUSES)[number]
    preset: string
    maxVideos?: number | null
  }
  clean_scratch: Record<string, never>
}

/** The parameters as the action takes them, numbers typed as text included. @throws InvalidParameters */
export async function validateParameters<A extends ScheduleAction>(
  action: A,
  parameters: unknown
): Promise<ActionParameters[A]> {
  try {
    return (await SCHEDULE_ACTIONS[action].parameters.validate(parameters)) as ActionParameters[A]
  } catch (error) {
    if (!(error instanceof errors.E_VALIDATION_ERROR)) throw error
    throw new InvalidParameters(
      action,
      error.messages.map((one: { message: string }) => `${one.message}.`)
    )
  }
}
