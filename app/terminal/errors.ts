/** The command was called wrongly: it ends with exit code 2. */
export class WrongUsage extends Error {
  readonly code = 'E_WRONG_USAGE'
}
