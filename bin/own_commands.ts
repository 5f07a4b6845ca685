import { ListLoader } from '@adonisjs/core/ace'
import Test from '../commands/test.js'

/**
 * AdonisJS brings a `test` of its own and then does not look for ours in commands/; the last
 * loader that knows a name wins, so ours is loaded by name after it.
 */
const loader = new ListLoader([Test])

export const getMetaData = () => loader.getMetaData()
export const getCommand = loader.getCommand.bind(loader)
