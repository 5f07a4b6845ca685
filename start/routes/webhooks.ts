import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'
import { apiRoutes, json, role, scope } from '#start/routes/api_group'

const WebhooksController = () => import('#http/controllers/admin/webhooks_controller')
const DeliveriesController = () => import('#http/controllers/admin/deliveries_controller')
const EventsController = () => import('#http/controllers/api/events_controller')
const ApiWebhooksController = () => import('#http/controllers/api/webhooks_controller')
const ApiDeliveriesController = () => import('#http/controllers/api/deliveries_controller')

const isNumber = router.matchers.number()

/* Pages of the console */
router
  .group(() => {
    router.get('/', [WebhooksController, 'index']).as('index')
    router.get('/new', [WebhooksController, 'create']).as('create')
    router.get('/verifying', [WebhooksController, 'verifying']).as('verifying')
    router.post('/', [WebhooksController, 'store']).as('store')
    router.get('/:id', [WebhooksController, 'show']).where('id', isNumber).as('show')
    router.put('/:id', [WebhooksController, 'update']).as('update')
    router.delete('/:id', [WebhooksController, 'destroy']).as('destroy')
    router.post('/:id/secret', [WebhooksController, 'rotate']).as('rotate')
    router.post('/:id/test', [DeliveriesController, 'test']).as('test')
    router.post('/:id/replay', [DeliveriesController, 'replayMany']).as('replay')
    router.post('/:id/dismissal', [DeliveriesController, 'dismissWaiting']).as('dismiss')
    router.get('/:id/deliveries/:delivery', [DeliveriesController, 'show']).as('delivery')
    router
      .post('/:id/deliveries/:delivery/replay', [DeliveriesController, 'replay'])
      .as('replay_delivery')
    router
      .post('/:id/deliveries/:delivery/dismissal', [DeliveriesController, 'dismiss'])
      .as('dismiss_delivery')
  })
  .prefix('/webhooks')
  .as('webhooks')
  .use([middleware.auth({ guards: ['web'] }), middleware.role({ atLeast: 'admin' })])

/* The REST API: what happened, for everybody; who is told of it, for administrators */
function eventReads() {
  router.get('/events', [EventsController, 'index']).as('events.index')
  router.get('/events/stream', [EventsController, 'stream']).as('events.stream')
}

function webhookReads() {
  router.get('/webhooks', [ApiWebhooksController, 'index']).as('webhooks.index')
  router.get('/webhooks/:id', [ApiWebhooksController, 'show']).as('webhooks.show')
  router.get('/webhooks/:id/deliveries', [ApiDeliveriesController, 'index']).as('deliveries.index')
  router.get('/deliveries/:id', [ApiDeliveriesController, 'show']).as('deliveries.show')
}

function webhookChanges() {
  router.post('/webhooks', [ApiWebhooksController, 'store']).as('webhooks.store')
  router.patch('/webhooks/:id', [ApiWebhooksController, 'update']).as('webhooks.update')
  router.delete('/webhooks/:id', [ApiWebhooksController, 'destroy']).as('webhooks.destroy')
  router.post('/webhooks/:id/test', [ApiWebhooksController, 'test']).as('webhooks.test')
  router
    .post('/webhooks/:id/secret/rotate', [ApiWebhooksController, 'rotate'])
    .as('webhooks.rotate')
  router
    .post('/webhooks/:id/deliveries/replay', [ApiDeliveriesController, 'replayMany'])
    .as('deliveries.replay_many')
  router.post('/deliveries/:id/replay', [ApiDeliveriesController, 'replay']).as('deliveries.replay')
  router
    .post('/deliveries/:id/dismissal', [ApiDeliveriesController, 'dismiss'])
    .as('deliveries.dismiss')
}

apiRoutes(() => {
  router.group(eventReads).use(scope('events:read'))
  router.group(webhookReads).use([scope('webhooks:read'), role('admin')])
  router.group(webhookChanges).use([scope('webhooks:write'), role('admin'), json])
})
