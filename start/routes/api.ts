import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'
import { throttleApi } from '#start/limiter'

const BatchesController = () => import('#http/controllers/api/batches_controller')
const CancellationsController = () => import('#http/controllers/api/cancellations_controller')
const JobsController = () => import('#http/controllers/api/jobs_controller')
const OperationsController = () => import('#http/controllers/api/operations_controller')
const PresetsController = () => import('#http/controllers/api/presets_controller')
const PresetVersionsController = () => import('#http/controllers/api/preset_versions_controller')
const QueueController = () => import('#http/controllers/api/queue_controller')
const RenditionsController = () => import('#http/controllers/api/renditions_controller')
const RetriesController = () => import('#http/controllers/api/retries_controller')
const StatisticsController = () => import('#http/controllers/api/statistics_controller')
const VideoFilesController = () => import('#http/controllers/api/video_files_controller')
const VideoStatusController = () => import('#http/controllers/api/video_status_controller')
const VideosController = () => import('#http/controllers/api/videos_controller')
const WatermarksController = () => import('#http/controllers/api/watermarks_controller')

const admin = middleware.role({ atLeast: 'admin' })
const operator = middleware.role({ atLeast: 'operator' })
const json = middleware.jsonBody()

/** What anybody with a token may ask. */
function reads() {
  router.get('/videos', [VideosController, 'index']).as('videos.index')
  router.get('/videos/:id', [VideosController, 'show']).as('videos.show')
  router.get('/videos/:id/status', [VideoStatusController, 'show']).as('videos.status')
  router.get('/videos/:id/renditions', [RenditionsController, 'index']).as('renditions.index')
  router.get('/videos/:id/renditions/:name', [RenditionsController, 'show']).as('renditions.show')
  router
    .get('/videos/:id/renditions/:name/:file', [RenditionsController, 'file'])
    .as('renditions.file')
  router.get('/videos/:id/poster', [VideoFilesController, 'poster']).as('videos.poster')
  router.get('/videos/:id/original', [VideoFilesController, 'original']).as('videos.original')
  router.get('/jobs', [JobsController, 'index']).as('jobs.index')
  router.get('/jobs/:id', [JobsController, 'show']).as('jobs.show')
  router.get('/batches/:id', [BatchesController, 'show']).as('batches.show')
  router.get('/queue', [QueueController, 'show']).as('queue.show')
  router.get('/statistics', [StatisticsController, 'show']).as('statistics.show')
  router.get('/operations', [OperationsController, 'index']).as('operations.index')
  router.get('/watermarks', [WatermarksController, 'index']).as('watermarks.index')
  router.get('/watermarks/:id', [WatermarksController, 'show']).as('watermarks.show')
  router.get('/watermarks/:id/picture', [WatermarksController, 'picture']).as('watermarks.picture')
  router.get('/presets', [PresetsController, 'index']).as('presets.index')
  router
    .get('/presets/:name/versions', [PresetVersionsController, 'index'])
    .as('preset_versions.index')
}

/** What starts and stops work. */
function changes() {
  router.post('/videos/:id/jobs', [JobsController, 'store']).as('jobs.store').use(json)
  router.post('/batches', [BatchesController, 'store']).as('batches.store').use(json)
  router
    .post('/jobs/:id/cancellation', [CancellationsController, 'store'])
    .as('cancellations.store')
    .use(json)
  router.post('/jobs/:id/retry', [RetriesController, 'store']).as('retries.store').use(json)
  router.post('/videos', [VideosController, 'store']).as('videos.store')
  router.post('/watermarks', [WatermarksController, 'store']).as('watermarks.store')
  router.delete('/watermarks/:id', [WatermarksController, 'destroy']).as('watermarks.destroy')
}

/** What decides how work is done. */
function settings() {
  router.post('/presets', [PresetsController, 'store']).as('presets.store').use(json)
  router.patch('/presets/:name', [PresetsController, 'update']).as('presets.update').use(json)
  router.delete('/presets/:name', [PresetsController, 'destroy']).as('presets.destroy')
}

router
  .group(() => {
    reads()
    router.group(changes).use(operator)
    router.group(settings).use(admin)
  })
  .prefix('/api/v1')
  .as('api')
  .use([middleware.apiHeaders(), middleware.auth({ guards: ['api'] }), throttleApi])
