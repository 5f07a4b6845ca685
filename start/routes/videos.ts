import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const SavedViewsController = () => import('#http/controllers/admin/saved_views_controller')
const SweepsController = () => import('#http/controllers/admin/sweeps_controller')

/* Everybody keeps filters of their own */
router
  .group(() => {
    router.post('/saved-views', [SavedViewsController, 'store']).as('saved_views.store')
    router.put('/saved-views/:id', [SavedViewsController, 'update']).as('saved_views.update')
    router.delete('/saved-views/:id', [SavedViewsController, 'destroy']).as('saved_views.destroy')
  })
  .use(middleware.auth({ guards: ['web'] }))

/* Operators change many videos at once; what only administrators may, the controller knows */
router
  .group(() => {
    router.get('/sweeps/new', [SweepsController, 'create']).as('sweeps.create')
    router.post('/sweeps', [SweepsController, 'store']).as('sweeps.store')
    router.get('/sweeps/:id', [SweepsController, 'show']).as('sweeps.show')
  })
  .use([middleware.auth({ guards: ['web'] }), middleware.role({ atLeast: 'operator' })])
