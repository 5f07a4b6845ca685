import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import { BullBoard } from '#http/bull_board/bull_board'
import { JobQueue } from '#jobs/job_queue'
import { middleware } from '#start/kernel'

const SessionsController = () => import('#http/controllers/admin/sessions_controller')
const OverviewController = () => import('#http/controllers/admin/overview_controller')
const UploadsController = () => import('#http/controllers/admin/uploads_controller')
const VideosController = () => import('#http/controllers/admin/videos_controller')
const VideoDeletionsController = () => import('#http/controllers/admin/video_deletions_controller')
const VideoFilesController = () => import('#http/controllers/admin/video_files_controller')
const VideoJobsController = () => import('#http/controllers/admin/video_jobs_controller')
const BatchLifeController = () => import('#http/controllers/admin/batch_life_controller')
const BatchesController = () => import('#http/controllers/admin/batches_controller')
const FailuresController = () => import('#http/controllers/admin/failures_controller')
const LanesController = () => import('#http/controllers/admin/lanes_controller')
const JobPausesController = () => import('#http/controllers/admin/job_pauses_controller')
const JobsController = () => import('#http/controllers/admin/jobs_controller')
const AccountController = () => import('#http/controllers/admin/account_controller')
const AuditController = () => import('#http/controllers/admin/audit_controller')
const PasswordsController = () => import('#http/controllers/admin/passwords_controller')
const PresetPreviewsController = () => import('#http/controllers/admin/preset_previews_controller')
const PresetsController = () => import('#http/controllers/admin/presets_controller')
const DoctorController = () => import('#http/controllers/admin/doctor_controller')
const SettingsController = () => import('#http/controllers/admin/settings_controller')
const StorageController = () => import('#http/controllers/admin/storage_controller')
const TokensController = () => import('#http/controllers/admin/tokens_controller')
const UsersController = () => import('#http/controllers/admin/users_controller')
const WatermarksController = () => import('#http/controllers/admin/watermarks_controller')

/* Anybody */
router
  .group(() => {
    router.get('/login', [SessionsController, 'create']).as('sessions.create')
    router.post('/login', [SessionsController, 'store']).as('sessions.store')
  })
  .use(middleware.guest())

/* Who holds the link may choose a password */
router.get('/password/:secret', [PasswordsController, 'edit']).as('passwords.edit')
router.put('/password/:secret', [PasswordsController, 'update']).as('passwords.update')

/* Whoever is signed in may look */
router
  .group(() => {
    router.delete('/session', [SessionsController, 'destroy']).as('sessions.destroy')
    router.get('/account', [AccountController, 'show']).as('account.show')
    router.put('/account/password', [AccountController, 'update']).as('account.update')
    router.get('/presets', [PresetsController, 'index']).as('presets.index')
    router
      .get('/presets/:name', [PresetsController, 'show'])
      .where('name', /^(?!new$)/)
      .as('presets.show')
    router.get('/storage', [StorageController, 'show']).as('storage.show')
    router.get('/tokens', [TokensController, 'index']).as('tokens.index')
    router.post('/tokens', [TokensController, 'store']).as('tokens.store')
    router.delete('/tokens/:id', [TokensController, 'destroy']).as('tokens.destroy')
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
    router.get('/jobs/:id/log', [JobsController, 'log']).as('jobs.log')
    router.get('/failures', [FailuresController, 'index']).as('failures.index')
    router.get('/batches', [BatchesController, 'index']).as('batches.index')
    router
      .get('/batches/:id', [BatchesController, 'show'])
      .where('id', router.matchers.number())
      .as('batches.show')
    router.get('/lanes', [LanesController, 'index']).as('lanes.index')
    router.get('/watermarks', [WatermarksController, 'index']).as('watermarks.index')
    router
      .get('/watermarks/:id/picture', [WatermarksController, 'picture'])
      .as('watermarks.picture')
  })
  .use(middleware.auth({ guards: ['web'] }))

/* Operators upload, start, cancel, retry */
router
  .group(() => {
    router.post('/videos', [VideosController, 'store']).as('videos.store')
    router.post('/uploads', [UploadsController, 'handle']).as('uploads.store')
    router
      .route('/uploads/:id', ['HEAD', 'PATCH', 'DELETE'], [UploadsController, 'handle'])
      .where('id', /^[0-9a-f]{32}$/)
      .as('uploads.piece')
    router.post('/videos/:id/jobs', [VideoJobsController, 'store']).as('video_jobs.store')
    router.post('/watermarks', [WatermarksController, 'store']).as('watermarks.store')
    router.delete('/watermarks/:id', [WatermarksController, 'destroy']).as('watermarks.destroy')
    router.patch('/videos/:id', [VideosController, 'update']).as('videos.update')
    router.get('/batches/new', [BatchesController, 'create']).as('batches.create')
    router.post('/batches', [BatchesController, 'store']).as('batches.store')
    router.post('/batches/:id/pause', [BatchLifeController, 'pause']).as('batches.pause')
    router.post('/batches/:id/release', [BatchLifeController, 'release']).as('batches.release')
    router.post('/batches/:id/cancellation', [BatchLifeController, 'cancel']).as('batches.cancel')
    router.post('/batches/:id/priority', [BatchLifeController, 'prioritise']).as('batches.priority')
    router.post('/retries', [JobsController, 'retryFailed']).as('retries.store')
    router.post('/failures/retry', [FailuresController, 'retry']).as('failures.retry')
    router.post('/failures/dismiss', [FailuresController, 'dismiss']).as('failures.dismiss')
    router.post('/lanes/:lane/pause', [LanesController, 'pause']).as('lanes.pause')
    router.post('/lanes/:lane/resume', [LanesController, 'resume']).as('lanes.resume')
    router.post('/jobs/:id/pause', [JobPausesController, 'pause']).as('jobs.pause')
    router.post('/jobs/:id/resume', [JobPausesController, 'resume']).as('jobs.resume')
    router.post('/jobs/:id/priority', [JobsController, 'prioritise']).as('jobs.priority')
    router.post('/jobs/:id/cancellation', [JobsController, 'cancel']).as('jobs.cancel')
    router.post('/jobs/:id/retry', [JobsController, 'retry']).as('jobs.retry')
  })
  .use([middleware.auth({ guards: ['web'] }), middleware.role({ atLeast: 'operator' })])

/* Administrators say what happens when, how much at once, and what goes for good */
router
  .group(() => {
    router.delete('/videos/:id', [VideoDeletionsController, 'store']).as('videos.destroy')
    router.put('/lanes/:lane', [LanesController, 'update']).as('lanes.update')
  })
  .use([middleware.auth({ guards: ['web'] }), middleware.role({ atLeast: 'admin' })])

/* Administrators say who may do what */
router
  .group(() => {
    router.get('/presets/new', [PresetsController, 'create']).as('presets.create')
    router.post('/presets', [PresetsController, 'store']).as('presets.store')
    router
      .post('/presets/previews', [PresetPreviewsController, 'store'])
      .as('preset_previews.store')
    router.get('/presets/:name/edit', [PresetsController, 'edit']).as('presets.edit')
    router.put('/presets/:name', [PresetsController, 'update']).as('presets.update')
    router.delete('/presets/:name', [PresetsController, 'destroy']).as('presets.destroy')
    router.get('/settings', [SettingsController, 'index']).as('settings.index')
    router.get('/doctor', [DoctorController, 'show']).as('doctor.show')
    router.post('/doctor/repairs', [DoctorController, 'repair']).as('doctor.repair')
    router.get('/audit', [AuditController, 'index']).as('audit.index')
    router.get('/users', [UsersController, 'index']).as('users.index')
    router.post('/users', [UsersController, 'store']).as('users.store')
    router.put('/users/:id/role', [UsersController, 'changeRole']).as('users.role')
    router.post('/users/:id/disable', [UsersController, 'disable']).as('users.disable')
    router.post('/users/:id/enable', [UsersController, 'enable']).as('users.enable')
    router.post('/users/:id/link', [UsersController, 'renewLink']).as('users.link')
  })
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
