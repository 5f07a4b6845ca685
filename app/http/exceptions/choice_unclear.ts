import { Exception } from '@adonisjs/core/exceptions'

/** Many jobs at once are chosen on purpose only. */
export class ChoiceUnclear extends Exception {
  static status = 422
  static code = 'E_CHOICE_UNCLEAR'

  /** @param said the ways in which they were chosen */
  constructor(said: string[]) {
    const what = said.length > 1 ? `${said.join(' and ')} came together` : 'Nothing was chosen'
    super(`${what}: send one of ids, cause, filter (with a field), or "all": true`)
  }
}
