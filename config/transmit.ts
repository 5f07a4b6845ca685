import { defineConfig } from '@adonisjs/transmit'

/** Every web process hears Postgres itself, so none has to tell another: no transport. */
export default defineConfig({ pingInterval: '25s', transport: null })
