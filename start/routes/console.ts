import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import { BullBoard } from '#http/bull_board/bull_board'
import { JobQueue } from '#jobs/job_queue'
import { middleware } from '#start/kernel'

const SessionsController = () => import('#http/controllers/admin/sessions_controller')
const OverviewController = () => import('#http/controllers/admin/overview_controller')
const VideosController = () => import('#http/controllers/admin/videos_controller')
const VideoFilesController = () => import('#http/controllers/admin/video_files_controller')
const VideoJobsController = () => import('#http/controllers/admin/video_jobs_controller')
const BatchesController = () => import('#http/controllers/admin/batches_controller')
const JobsController = () => import('#http/controllers/admin/jobs_controller')
const SchedulesController = () => import('#http/controllers/admin/schedules_controller')
const WatermarksController = () => import('#http/controllers/admin/watermarks_controller')

/* Anybody */
router
  .group(() => {
    router.get('/login', [SessionsController, 'create']).as('sessions.create')
    router.post('/login', [SessionsController, 'store']).as('sessions.store')
  })
  .use(middleware.guest())

/* Whoever is signed in may look */
router
  .group(() => {
    router.delete('/session', [SessionsController, 'destroy']).as('sessions.destroy')
    router.get('/', [OverviewController, 'show']).as('overview.show')
    router.get('/videos', [VideosController, 'index']).as('videos.index')
    router.get('/videos/:id', [VideosController, 'show']).as('videos.show')
    router.get('/videos/:id/poster', [VideoFilesController, 'poster']).as('videos.poster')
    router.get('/videos/:id/original', [VideoFilesController, 'original']).as('videos.original')
    router
      .get('/videos/:id/renditions/:name', [VideoFilesController, 'rendition'])
      .as('videos.rendition')
    router
      .get('/videos/:id/renditions/:name/:file', [VideoFilesController, 'renditionPart'])
      .as('videos.rendition_part')
    router.get('/jobs', [JobsController, 'index']).as('jobs.index')
    router.get('/jobs/:id', [JobsController, 'show']).as('jobs.show')
    router.get('/watermarks', [WatermarksController, 'index']).as('watermarks.index')
    router
      .get('/watermarks/:id/picture', [WatermarksController, 'picture'])
      .as('watermarks.picture')
    router.get('/schedules', [SchedulesController, 'index']).as('schedules.index')
    router.get('/schedules/:id', [SchedulesController, 'show']).as('schedules.show')
  })
  .use(middleware.auth({ guards: ['web'] }))

/* Operators upload, start, cancel, retry */
router
  .group(() => {
    router.post('/videos', [VideosController, 'store']).as('videos.store')
    router.post('/videos/:id/jobs', [VideoJobsController, 'store']).as('video_jobs.store')
    router.post('/watermarks', [WatermarksController, 'store']).as('watermarks.store')
    router.delete('/watermarks/:id', [WatermarksController, 'destroy']).as('watermarks.destroy')
    router.post('/batches', [BatchesController, 'store']).as('batches.store')
    router.post('/retries', [JobsController, 'retryFailed']).as('retries.store')
    router.post('/jobs/:id/cancellation', [JobsController, 'cancel']).as('jobs.cancel')
    router.post('/jobs/:id/retry', [JobsController, 'retry']).as('jobs.retry')
    router.post('/schedules/:id/firings', [SchedulesController, 'run']).as('firings.store')
  })
  .use([middleware.auth({ guards: ['web'] }), middleware.role({ atLeast: 'operator' })])

/* Administrators say what happens when */
router
  .put('/schedules/:id', [SchedulesController, 'update'])
  .as('schedules.update')
  .use([middleware.auth({ guards: ['web'] }), middleware.role({ atLeast: 'admin' })])

/* Bull Board: everybody may look, operators may act */
const board = new BullBoard('/queues', async (options) => {
  const { boardQueues } = await import('#queue/board_queues')
  return boardQueues(await app.container.make(JobQueue), options)
})

router
  .group(() => {
    router.get('/static/*', (ctx) => board.file(ctx)).as('static')
    for (const [at, route] of board.apiRoutes.entries()) {
      const methods = [route.method].flat()
      const needed = methods.includes('get') ? 'viewer' : 'operator'
      router
        .route(
          String(route.route),
          methods.map((one) => one.toUpperCase()),
          (ctx) => board.call(ctx, route)
        )
        .as(`api_${at}`)
        .use(middleware.role({ atLeast: needed }))
    }
    router.get('/', (ctx) => board.page(ctx)).as('page')
    router.get('/*', (ctx) => board.page(ctx)).as('anywhere')
  })
  .prefix('/queues')
  .as('queues')
  .use(middleware.auth({ guards: ['web'] }))
