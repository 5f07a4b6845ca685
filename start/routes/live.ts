import transmit from '@adonisjs/transmit/services/main'
import { middleware } from '#start/kernel'

/* Server-sent events, for whoever is signed in: they say which page changed, never what */
transmit.registerRoutes((route) => {
  route.use([middleware.auth({ guards: ['web'] }), middleware.channel()])
})
