import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const ImportsController = () => import('#http/controllers/admin/imports_controller')

/* Operators have files fetched; an address may hold a secret, so nobody else sees them */
router
  .group(() => {
    router.get('/imports', [ImportsController, 'index']).as('imports.index')
    router.post('/imports', [ImportsController, 'store']).as('imports.store')
    router.post('/imports/:id/cancellation', [ImportsController, 'cancel']).as('imports.cancel')
    router.post('/imports/:id/retry', [ImportsController, 'retry']).as('imports.retry')
  })
  .use([middleware.auth({ guards: ['web'] }), middleware.role({ atLeast: 'operator' })])
