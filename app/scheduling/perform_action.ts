import app from '@adonisjs/core/services/app'
import { validateParameters } from '#scheduling/catalogue'
import CleanScratch from '#scheduling/actions/clean_scratch'
import ImportWatchedFolder from '#scheduling/actions/import_watched_folder'
import MakeReport from '#scheduling/actions/make_report'
import ProbeAgain from '#scheduling/actions/probe_again'
import RetainVideos from '#scheduling/actions/retain_videos'
import RetryJobs from '#scheduling/actions/retry_jobs'
import StartVideoBatch from '#scheduling/actions/start_video_batch'
import VerifyStoredFiles from '#scheduling/actions/verify_stored_files'
import type { Action, ActionContext, ActionResult } from '#scheduling/action'
import type { ActionParameters, ScheduleAction } from '#scheduling/parameters'

type Actions = { [A in ScheduleAction]: new (...args: never[]) => Action<ActionParameters[A]> }

const ACTIONS: Actions = {
  start_batch: StartVideoBatch,
  retry_failed_jobs: RetryJobs,
  import_folder: ImportWatchedFolder,
  verify_files: VerifyStoredFiles,
  re_probe: ProbeAgain,
  retention: RetainVideos,
  report: MakeReport,
  clean_scratch: CleanScratch,
}

/** Does what a schedule asks for. */
export default class PerformAction {
  /** @throws InvalidParameters and what the operation throws */
  async handle<A extends ScheduleAction>(
    asked: { action: A; parameters: unknown },
    context: ActionContext
  ): Promise<ActionResult> {
    const parameters = await validateParameters(asked.action, asked.parameters)
    const action = (await app.container.make(ACTIONS[asked.action])) as Action<ActionParameters[A]>
    return action.run(parameters, context)
  }
}
