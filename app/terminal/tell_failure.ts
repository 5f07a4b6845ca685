import { errors, type Kernel } from '@adonisjs/core/ace'
import { explainFailure } from '#app/terminal/explain_failure'

const FAILED = 1
const WRONG_USAGE = 2

type Teller = Pick<Kernel, 'exitCode' | 'ui' | 'getCommandSuggestions'>

/** Says what went wrong in one line (with `--json` as JSON) and sets the exit code: 1 failed, 2 wrong usage. */
export function tellFailure(error: unknown, kernel: Teller): void {
  const { code, message, isWrongUsage } = explainFailure(error)
  kernel.exitCode = isWrongUsage ? WRONG_USAGE : FAILED
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ error: { code, message } }))
  } else {
    kernel.ui.logger.error(`${message}${similarCommands(error, kernel)}`)
  }
  if (process.env.LOG_LEVEL === 'debug') console.error(error)
}

function similarCommands(error: unknown, kernel: Teller): string {
  if (!(error instanceof errors.E_COMMAND_NOT_FOUND)) return ''
  const similar = kernel.getCommandSuggestions(error.commandName)
  return similar.length > 0 ? `: did you mean ${similar.join(' or ')}?` : ': see ./ace list'
}
