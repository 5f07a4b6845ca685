import router from '@adonisjs/core/services/router'
import { apiRoutes, json, role, scope } from '#start/routes/api_group'

const BatchLifeController = () => import('#http/controllers/api/batch_life_controller')
const BatchesController = () => import('#http/controllers/api/batches_controller')
const CancellationsController = () => import('#http/controllers/api/cancellations_controller')
const DeadLettersController = () => import('#http/controllers/api/dead_letters_controller')
const JobPausesController = () => import('#http/controllers/api/job_pauses_controller')
const JobsController = () => import('#http/controllers/api/jobs_controller')
const LanesController = () => import('#http/controllers/api/lanes_controller')
const OperationsController = () => import('#http/controllers/api/operations_controller')
const PresetsController = () => import('#http/controllers/api/presets_controller')
const PresetVersionsController = () => import('#http/controllers/api/preset_versions_controller')
const QueueController = () => import('#http/controllers/api/queue_controller')
const RenditionsController = () => import('#http/controllers/api/renditions_controller')
const RetriesController = () => import('#http/controllers/api/retries_controller')
const StatisticsController = () => import('#http/controllers/api/statistics_controller')
const VideoDeletionsController = () => import('#http/controllers/api/video_deletions_controller')
const VideoFilesController = () => import('#http/controllers/api/video_files_controller')
const VideoStatusController = () => import('#http/controllers/api/video_status_controller')
const VideosController = () => import('#http/controllers/api/videos_controller')
const WatermarksController = () => import('#http/controllers/api/watermarks_controller')

/** Videos with their files, and pictures that are laid over them. */
function videoReads() {
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
  router.get('/watermarks', [WatermarksController, 'index']).as('watermarks.index')
  router.get('/watermarks/:id', [WatermarksController, 'show']).as('watermarks.show')
  router.get('/watermarks/:id/picture', [WatermarksController, 'picture']).as('watermarks.picture')
}

function videoChanges() {
  router.post('/videos', [VideosController, 'store']).as('videos.store')
  router.patch('/videos/:id', [VideosController, 'update']).as('videos.update').use(json)
  router.post('/watermarks', [WatermarksController, 'store']).as('watermarks.store')
  router.delete('/watermarks/:id', [WatermarksController, 'destroy']).as('watermarks.destroy')
}

function jobReads() {
  router.get('/jobs', [JobsController, 'index']).as('jobs.index')
  router.get('/jobs/:id', [JobsController, 'show']).as('jobs.show')
  router.get('/dead-letters', [DeadLettersController, 'index']).as('dead_letters.index')
  router.get('/batches', [BatchesController, 'index']).as('batches.index')
  router.get('/batches/:id', [BatchesController, 'show']).as('batches.show')
  router.get('/operations', [OperationsController, 'index']).as('operations.index')
}

/** What starts, stops and orders work. */
function jobChanges() {
  router.post('/videos/:id/jobs', [JobsController, 'store']).as('jobs.store')
  router.patch('/jobs/:id', [JobsController, 'update']).as('jobs.update')
  router
    .post('/jobs/:id/cancellation', [CancellationsController, 'store'])
    .as('cancellations.store')
  router.post('/jobs/:id/pause', [JobPausesController, 'pause']).as('jobs.pause')
  router.post('/jobs/:id/resume', [JobPausesController, 'resume']).as('jobs.resume')
  router.post('/jobs/:id/retry', [RetriesController, 'store']).as('retries.store')
  router.post('/dead-letters/retry', [DeadLettersController, 'retry']).as('dead_letters.retry')
  router
    .post('/dead-letters/dismiss', [DeadLettersController, 'dismiss'])
    .as('dead_letters.dismiss')
  router.post('/batches', [BatchesController, 'store']).as('batches.store')
  router.patch('/batches/:id', [BatchLifeController, 'update']).as('batches.update')
  router.post('/batches/:id/pause', [BatchLifeController, 'pause']).as('batches.pause')
  router.post('/batches/:id/release', [BatchLifeController, 'release']).as('batches.release')
  router.post('/batches/:id/cancellation', [BatchLifeController, 'cancel']).as('batches.cancel')
}

function presetReads() {
  router.get('/presets', [PresetsController, 'index']).as('presets.index')
  router.get('/presets/:name', [PresetsController, 'show']).as('presets.show')
  router
    .get('/presets/:name/versions', [PresetVersionsController, 'index'])
    .as('preset_versions.index')
}

function presetChanges() {
  router.post('/presets', [PresetsController, 'store']).as('presets.store').use(json)
  router.patch('/presets/:name', [PresetsController, 'update']).as('presets.update').use(json)
  router.delete('/presets/:name', [PresetsController, 'destroy']).as('presets.destroy')
}

function queueReads() {
  router.get('/queue', [QueueController, 'show']).as('queue.show')
  router.get('/queue/lanes/:lane', [LanesController, 'show']).as('lanes.show')
  router.get('/statistics', [StatisticsController, 'show']).as('statistics.show')
}

function queueChanges() {
  router.post('/queue/lanes/:lane/pause', [LanesController, 'pause']).as('lanes.pause')
  router.post('/queue/lanes/:lane/resume', [LanesController, 'resume']).as('lanes.resume')
}

apiRoutes(() => {
  router.group(videoReads).use(scope('videos:read'))
  router.group(videoChanges).use([scope('videos:write'), role('operator')])
  // What cannot be undone
  router
    .delete('/videos/:id', [VideoDeletionsController, 'store'])
    .as('videos.destroy')
    .use([scope('videos:write'), role('admin')])
  router.group(jobReads).use(scope('jobs:read'))
  router.group(jobChanges).use([scope('jobs:write'), role('operator'), json])
  router.group(presetReads).use(scope('presets:read'))
  router.group(presetChanges).use([scope('presets:write'), role('admin')])
  router.group(queueReads).use(scope('queues:read'))
  router.group(queueChanges).use([scope('queues:write'), role('operator'), json])
  router
    .patch('/queue/lanes/:lane', [LanesController, 'update'])
    .as('lanes.update')
    .use([scope('queues:write'), role('admin'), json])
})
