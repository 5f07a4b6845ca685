import { defineConfig, type Plugin } from 'vite'
import adonisjs from '@adonisjs/vite/client'

const isTest = process.env.NODE_ENV === 'test'

/**
 * In tests nothing is edited: Vite's client need not call a socket on another port, which the policy of our
 * pages forbids and the console of the browser would tell as an error.
 */
function withoutHotReload(): Plugin {
  return {
    name: 'without-hot-reload',
    transform(code, id) {
      if (!id.includes('vite/dist/client/client.mjs')) return
      return code.replace(/^transport\.connect\(.*$/m, '')
    },
  }
}

export default defineConfig({
  plugins: [
    adonisjs({
      entryPoints: ['resources/css/console.css', 'resources/js/console.js'],
      reload: ['resources/views/**/*.edge'],
    }),
    isTest && withoutHotReload(),
  ],
  build: { target: ['chrome123', 'firefox121', 'safari17.5'], assetsInlineLimit: 0 },
  server: isTest ? { ws: false, watch: null } : {},
})
