import { Exception } from '@adonisjs/core/exceptions'

export class EmailTaken extends Exception {
  static status = 409
  static code = 'E_EMAIL_TAKEN'

  constructor(email: string) {
    super(`A user with the e-mail address "${email}" exists already: choose another address`)
  }
}

export class ApiTokenNotFound extends Exception {
  static status = 404
  static code = 'E_TOKEN_NOT_FOUND'

  constructor(id: number | string) {
    super(`There is no API token ${id}`)
  }
}
