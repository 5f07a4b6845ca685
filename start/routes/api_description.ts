import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const OpenapiController = () => import('#http/controllers/api/openapi_controller')

/* Anybody: it holds no secrets */
router
  .get('/api/v1/openapi.json', [OpenapiController, 'show'])
  .as('api.description.show')
  .use(middleware.apiHeaders())
