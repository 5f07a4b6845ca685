import { defineConfig } from '@adonisjs/core/bodyparser'

/** Uploads are streamed by their own routes; everything else is small. */
export default defineConfig({
  allowedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  form: {
    convertEmptyStringsToNull: true,
    trimWhitespaces: true,
    types: ['application/x-www-form-urlencoded'],
  },
  json: {
    limit: '1mb',
    convertEmptyStringsToNull: true,
    trimWhitespaces: true,
    types: ['application/json'],
  },
  multipart: {
    autoProcess: false, // nothing may fill the temporary folder: uploads are streamed by their routes
    convertEmptyStringsToNull: true,
    trimWhitespaces: true,
    processManually: ['/api/v1/videos', '/videos', '/api/v1/watermarks', '/watermarks'],
    limit: '1mb',
    types: ['multipart/form-data'],
  },
})
