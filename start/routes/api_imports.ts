import router from '@adonisjs/core/services/router'
import { apiRoutes, json, role, scope } from '#start/routes/api_group'

const ImportsController = () => import('#http/controllers/api/imports_controller')

/* For operators alone: an address may hold a secret */
function importReads() {
  router.get('/imports', [ImportsController, 'index']).as('imports.index')
  router.get('/imports/:id', [ImportsController, 'show']).as('imports.show')
}

function importChanges() {
  router.post('/imports', [ImportsController, 'store']).as('imports.store').use(json)
  router.post('/imports/:id/cancellation', [ImportsController, 'cancel']).as('imports.cancel')
  router.post('/imports/:id/retry', [ImportsController, 'retry']).as('imports.retry')
}

apiRoutes(() => {
  router.group(importReads).use([scope('videos:read'), role('operator')])
  router.group(importChanges).use([scope('videos:write'), role('operator')])
})
