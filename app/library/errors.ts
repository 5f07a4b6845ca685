import { Exception } from '@adonisjs/core/exceptions'

/** The message says why no backup was made, and what helps. */
export class CannotBackUp extends Exception {
  static status = 409
  static code = 'E_CANNOT_BACK_UP'
}

/** The message says why nothing was restored, and what helps. */
export class CannotRestore extends Exception {
  static status = 409
  static code = 'E_CANNOT_RESTORE'
}

/** What is called a backup is none, or not all of one. */
export class BackupUnreadable extends Exception {
  static status = 422
  static code = 'E_BACKUP_UNREADABLE'
}

/** The message says what must be set or waited for. */
export class CannotMove extends Exception {
  static status = 409
  static code = 'E_CANNOT_MOVE'
}
