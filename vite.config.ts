import { defineConfig } from 'vite'
import adonisjs from '@adonisjs/vite/client'

export default defineConfig({
  plugins: [
    adonisjs({
      entryPoints: ['resources/css/console.css', 'resources/js/console.js'],
      reload: ['resources/views/**/*.edge'],
    }),
  ],
  build: { target: ['chrome123', 'firefox121', 'safari17.5'], assetsInlineLimit: 0 },
  // In tests nothing is edited, and a socket on another port would be against our own CSP.
  server: process.env.NODE_ENV === 'test' ? { hmr: false, ws: false, watch: null } : {},
})
