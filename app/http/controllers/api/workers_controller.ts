import { workerJson } from '#http/transformers/queue_json'
import { liveWorkers } from '#jobs/worker_registry'

/** Who runs jobs. */
export default class WorkersController {
  async index() {
    return { data: (await liveWorkers()).map(workerJson) }
  }
}
