import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const ApiDocsController = () => import('#http/controllers/api_docs_controller')
const OpenapiController = () => import('#http/controllers/api/openapi_controller')

/* Anybody: it holds no secrets */
router
  .get('/api/v1/openapi.json', [OpenapiController, 'show'])
  .as('api.description.show')
  .use(middleware.apiHeaders())
router.get('/docs/api', [ApiDocsController, 'index']).as('api_docs.index')
router.get('/docs/api/:chapter', [ApiDocsController, 'show']).as('api_docs.show')
