import router from '@adonisjs/core/services/router'
import { apiRoutes, json, role, scope } from '#start/routes/api_group'

const AuditController = () => import('#http/controllers/api/audit_controller')
const JobLogsController = () => import('#http/controllers/api/job_logs_controller')
const SweepsController = () => import('#http/controllers/api/sweeps_controller')
const WorkersController = () => import('#http/controllers/api/workers_controller')

/* What is told of the work, and one change to many videos */
apiRoutes(() => {
  router.get('/workers', [WorkersController, 'index']).as('workers.index').use(scope('queues:read'))
  router.get('/jobs/:id/log', [JobLogsController, 'show']).as('jobs.log').use(scope('jobs:read'))
  router
    .get('/audit', [AuditController, 'index'])
    .as('audit.index')
    .use([scope('audit:read'), role('admin')])
  router.get('/sweeps/:id', [SweepsController, 'show']).as('sweeps.show').use(scope('videos:read'))
  router
    .post('/sweeps', [SweepsController, 'store'])
    .as('sweeps.store')
    .use([scope('videos:write'), role('operator'), json])
})
