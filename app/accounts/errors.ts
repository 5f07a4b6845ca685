import { Exception } from '@adonisjs/core/exceptions'

export class EmailTaken extends Exception {
  static status = 409
  static code = 'E_EMAIL_TAKEN'

  constructor(email: string) {
    super(`A user with the e-mail address "${email}" exists already: choose another address`)
  }
}
