import { errors, SimpleMessagesProvider } from '@vinejs/vine'
import { InvalidParameters } from '#scheduling/errors'
import { PARAMETERS, type ActionParameters, type ScheduleAction } from '#scheduling/parameters'

interface Offer<A extends ScheduleAction> {
  title: string
  description: string
  /** With which a form begins. */
  usual: Partial<ActionParameters[A]>
}

/** What a schedule can start, in the order in which people are offered it. */
export const SCHEDULE_ACTIONS: { [A in ScheduleAction]: Offer<A> } = {
  start_batch: {
    title: 'Start a batch',
    description: 'Starts a preset for the videos of a filter, the oldest first.',
    usual: { status: 'pending', preset: 'medium' },
  },
  retry_failed_jobs: {
    title: 'Retry failed jobs',
    description:
      'Gives failed jobs another try: those that a retry can cure, or those of chosen causes.',
    usual: { isTransientOnly: true },
  },
  import_folder: {
    title: 'Import a folder',
    description: 'Takes in each file that appeared in a folder and stopped growing, once.',
    usual: { afterwards: 'leave', settleS: 10 },
  },
  verify_files: {
    title: 'Verify stored files',
    description:
      'Looks whether stored files are there, have their size and, by their hash, their bytes.',
    usual: { maxVideos: 200, areHashed: true, maxMinutes: 60 },
  },
  re_probe: {
    title: 'Look into originals again',
    description: 'Looks again what is in the files of videos, with the probe as it is now.',
    usual: { isOutdatedOnly: true, status: 'any', maxVideos: 500 },
  },
  retention: {
    title: 'Retention',
    description: 'Deletes failed and archived videos that nobody has needed for so many days.',
    usual: { failedAfterDays: 30, archivedAfterDays: 90, maxVideos: 100, isDryRun: true },
  },
  report: {
    title: 'Report',
    description:
      'Sums up what was done until its due time: jobs, causes of failure, bytes, storage.',
    usual: { hours: 24 },
  },
  clean_scratch: {
    title: 'Clean scratch',
    description: 'Removes working files that no running attempt owns.',
    usual: {},
  },
}

export const ACTION_NAMES = Object.keys(SCHEDULE_ACTIONS) as ScheduleAction[]

/** Parameters by names that people see; the others are called as they are. */
const MESSAGES = new SimpleMessagesProvider(
  {
    'required': 'Give the {{ field }}',
    'path.required': 'Give the folder',
    'moveTo.required': 'Give the folder that files move to',
    'range': 'The {{ field }} must be between {{ min }} and {{ max }}',
  },
  {
    maxVideos: 'number of videos',
    maxJobs: 'number of jobs',
    maxFiles: 'number of files',
    settleS: 'seconds',
  }
)

/** The parameters as the action takes them, numbers typed as text included. @throws InvalidParameters */
export async function validateParameters<A extends ScheduleAction>(
  action: A,
  parameters: unknown
): Promise<ActionParameters[A]> {
  try {
    return (await PARAMETERS[action].validate(parameters, {
      messagesProvider: MESSAGES,
    })) as ActionParameters[A]
  } catch (error) {
    if (!(error instanceof errors.E_VALIDATION_ERROR)) throw error
    throw new InvalidParameters(
      SCHEDULE_ACTIONS[action].title,
      error.messages.map((one: { message: string }) => `${one.message}.`)
    )
  }
}
