import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'

server.errorHandler(() => import('#http/exceptions/handler'))

server.use([
  () => import('#http/middleware/measure_request_middleware'),
  () => import('#http/middleware/request_id_middleware'),
  () => import('#http/middleware/watch_request_middleware'),
  () => import('#http/middleware/container_bindings_middleware'),
  () => import('@adonisjs/static/static_middleware'),
  () => import('@adonisjs/cors/cors_middleware'),
  () => import('@adonisjs/vite/vite_middleware'),
])

router.use([
  () => import('@adonisjs/core/bodyparser_middleware'),
  () => import('#http/middleware/browser_session_middleware'),
  () => import('#http/middleware/browser_shield_middleware'),
  () => import('@adonisjs/auth/initialize_auth_middleware'),
  () => import('#http/middleware/plain_input_middleware'),
])

export const middleware = router.named({
  guest: () => import('#http/middleware/guest_middleware'),
  auth: () => import('#http/middleware/auth_middleware'),
  role: () => import('#http/middleware/role_middleware'),
  scope: () => import('#http/middleware/scope_middleware'),
  etag: () => import('#http/middleware/etag_middleware'),
  fields: () => import('#http/middleware/fields_middleware'),
  idempotency: () => import('#http/middleware/idempotency_middleware'),
  apiHeaders: () => import('#http/middleware/api_headers_middleware'),
  jsonLimits: () => import('#http/middleware/json_limits_middleware'),
  jsonBody: () => import('#http/middleware/json_body_middleware'),
  channel: () => import('#http/middleware/channel_middleware'),
})
