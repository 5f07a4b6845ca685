import { assert } from '@japa/assert'
import { apiClient } from '@japa/api-client'
import { browserClient } from '@japa/browser-client'
import { fileSystem } from '@japa/file-system'
import { pluginAdonisJS } from '@japa/plugin-adonisjs'
import { authApiClient } from '@adonisjs/auth/plugins/api_client'
import { authBrowserClient } from '@adonisjs/auth/plugins/browser_client'
import { sessionApiClient } from '@adonisjs/session/plugins/api_client'
import { sessionBrowserClient } from '@adonisjs/session/plugins/browser_client'
import { shieldApiClient } from '@adonisjs/shield/plugins/api_client'
import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import { spec } from '@japa/runner/reporters'
import type { Config } from '@japa/runner/types'
import { checkAnswers } from './helpers/check_answers.js'
import { launchChromium } from './helpers/launch_chromium.js'
import { summary } from './summary_reporter.js'

export const plugins: Config['plugins'] = [
  assert(),
  fileSystem(),
  pluginAdonisJS(app),
  apiClient(`http://${process.env.HOST}:${process.env.PORT}`),
  sessionApiClient(app),
  shieldApiClient(),
  authApiClient(app),
  browserClient({ runInSuites: ['browser'], launcher: launchChromium }),
  sessionBrowserClient(app),
  authBrowserClient(app),
]

/** `./ace test` wants counts; who runs a file by hand wants to see each test. */
export const reporters: Config['reporters'] = process.env.MEDIAKEEP_TEST_SUMMARY
  ? { activated: ['summary'], list: [summary()] }
  : { activated: ['spec'], list: [spec()] }

export const runnerHooks: Required<Pick<Config, 'setup' | 'teardown'>> = {
  setup: [],
  teardown: [],
}

checkAnswers()

const NEEDS_DATABASE = ['integration', 'functional', 'console', 'deployment', 'browser']
const NEEDS_SERVER = ['functional', 'browser']

export const configureSuite: Config['configureSuite'] = (suite) => {
  if (NEEDS_DATABASE.includes(suite.name)) suite.setup(() => testUtils.db().migrate())
  if (NEEDS_SERVER.includes(suite.name)) suite.setup(() => testUtils.httpServer().start())
}
