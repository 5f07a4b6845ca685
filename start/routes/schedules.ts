import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'
import { apiRoutes, json, role, scope } from '#start/routes/api_group'

const FiringsController = () => import('#http/controllers/admin/firings_controller')
const SchedulesController = () => import('#http/controllers/admin/schedules_controller')
const WorkWindowsController = () => import('#http/controllers/admin/work_windows_controller')
const ApiFiringsController = () => import('#http/controllers/api/firings_controller')
const ApiSchedulesController = () => import('#http/controllers/api/schedules_controller')
const ApiWorkWindowsController = () => import('#http/controllers/api/work_windows_controller')

const isNumber = router.matchers.number()
const signedIn = middleware.auth({ guards: ['web'] })

/* Pages of the console: whoever is signed in may look, operators run, administrators say what happens when */
router
  .group(() => {
    router.get('/schedules', [SchedulesController, 'index']).as('schedules.index')
    router
      .get('/schedules/:id', [SchedulesController, 'show'])
      .where('id', isNumber)
      .as('schedules.show')
    router
      .get('/schedules/:id/firings/:firing', [FiringsController, 'show'])
      .where('id', isNumber)
      .as('firings.show')
  })
  .use(signedIn)

router
  .post('/schedules/:id/firings', [SchedulesController, 'run'])
  .as('firings.store')
  .use([signedIn, middleware.role({ atLeast: 'operator' })])

router
  .group(() => {
    router.get('/schedules/new', [SchedulesController, 'create']).as('schedules.create')
    router.post('/schedules', [SchedulesController, 'store']).as('schedules.store')
    router.put('/schedules/:id', [SchedulesController, 'update']).as('schedules.update')
    router.delete('/schedules/:id', [SchedulesController, 'destroy']).as('schedules.destroy')
    router.post('/lanes/windows', [WorkWindowsController, 'store']).as('work_windows.store')
    router.put('/lanes/windows/:id', [WorkWindowsController, 'update']).as('work_windows.update')
    router
      .delete('/lanes/windows/:id', [WorkWindowsController, 'destroy'])
      .as('work_windows.destroy')
  })
  .use([signedIn, middleware.role({ atLeast: 'admin' })])

/* The REST API, for the same roles */
function reads() {
  router.get('/schedules', [ApiSchedulesController, 'index']).as('schedules.index')
  router.get('/schedules/:id', [ApiSchedulesController, 'show']).as('schedules.show')
  router.get('/schedules/:id/firings', [ApiFiringsController, 'index']).as('firings.index')
  router.get('/schedules/:id/firings/:firing', [ApiFiringsController, 'show']).as('firings.show')
}

function changes() {
  router.post('/schedules', [ApiSchedulesController, 'store']).as('schedules.store')
  router.patch('/schedules/:id', [ApiSchedulesController, 'update']).as('schedules.update')
  router.delete('/schedules/:id', [ApiSchedulesController, 'destroy']).as('schedules.destroy')
}

function windowReads() {
  router.get('/queue/windows', [ApiWorkWindowsController, 'index']).as('work_windows.index')
  router.get('/queue/windows/:id', [ApiWorkWindowsController, 'show']).as('work_windows.show')
}

function windowChanges() {
  router.post('/queue/windows', [ApiWorkWindowsController, 'store']).as('work_windows.store')
  router.patch('/queue/windows/:id', [ApiWorkWindowsController, 'update']).as('work_windows.update')
  router
    .delete('/queue/windows/:id', [ApiWorkWindowsController, 'destroy'])
    .as('work_windows.destroy')
}

apiRoutes(() => {
  router.group(reads).use(scope('schedules:read'))
  router.group(changes).use([scope('schedules:write'), role('admin'), json])
  router
    .post('/schedules/:id/firings', [ApiSchedulesController, 'run'])
    .as('firings.store')
    .use([scope('schedules:write'), role('operator'), json])
  router.group(windowReads).use(scope('queues:read'))
  router.group(windowChanges).use([scope('queues:write'), role('admin'), json])
})
