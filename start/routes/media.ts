import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'
import { apiRoutes, json, role, scope } from '#start/routes/api_group'

const MediaController = () => import('#http/controllers/media_controller')
const SharingController = () => import('#http/controllers/admin/video_links_controller')
const VideoLinksController = () => import('#http/controllers/api/video_links_controller')

/* Links are given out by those who may change things: a link shows files to people without an account */
router
  .post('/videos/:id/links', [SharingController, 'store'])
  .as('video_links.store')
  .use([middleware.auth({ guards: ['web'] }), middleware.role({ atLeast: 'operator' })])

/* Whoever holds a signed link */
router.get('/media/:token/:name', [MediaController, 'show']).as('media.show')
router.get('/media/:token/:name/:file', [MediaController, 'part']).as('media.part')

apiRoutes(() => {
  router
    .post('/videos/:id/links', [VideoLinksController, 'store'])
    .as('video_links.store')
    .use([scope('videos:write'), role('operator'), json])
})
