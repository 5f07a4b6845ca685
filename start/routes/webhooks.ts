import router from '@adonisjs/core/services/router'
import { apiRoutes, json, role, scope } from '#start/routes/api_group'

const EventsController = () => import('#http/controllers/api/events_controller')
const ApiWebhooksController = () => import('#http/controllers/api/webhooks_controller')
const ApiDeliveriesController = () => import('#http/controllers/api/deliveries_controller')

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
