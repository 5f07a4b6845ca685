import { Exception } from '@adonisjs/core/exceptions'

/** The message says what must be set or waited for. */
export class CannotMove extends Exception {
  static status = 409
  static code = 'E_CANNOT_MOVE'
}
