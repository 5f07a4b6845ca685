import router from '@adonisjs/core/services/router'
import { apiRoutes, role, scope } from '#start/routes/api_group'

const UploadsController = () => import('#http/controllers/api/uploads_controller')

function changes() {
  router.post('/uploads', [UploadsController, 'handle']).as('uploads.store')
  router.route('/uploads', ['OPTIONS'], [UploadsController, 'handle']).as('uploads.options')
  router.patch('/uploads/:id', [UploadsController, 'piece']).as('uploads.piece')
  router.delete('/uploads/:id', [UploadsController, 'piece']).as('uploads.destroy')
}

apiRoutes(() => {
  router
    .get('/uploads/:id', [UploadsController, 'show'])
    .as('uploads.show')
    .use([scope('videos:read'), role('operator')])
  router.group(changes).use([scope('videos:write'), role('operator')])
})
