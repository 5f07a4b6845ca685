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

export class UserMissing extends Exception {
  static status = 404
  static code = 'E_USER_MISSING'

  constructor(id: unknown) {
    super(`There is no user ${id}`)
  }
}

export class LastAdministrator extends Exception {
  static status = 409
  static code = 'E_LAST_ADMINISTRATOR'

  constructor(name: string) {
    super(`${name} is the last administrator who can sign in: make somebody else one first`)
  }
}

export class NotOneself extends Exception {
  static status = 409
  static code = 'E_NOT_ONESELF'

  constructor() {
    super('You cannot disable yourself: ask another administrator')
  }
}

export class UserDisabled extends Exception {
  static status = 409
  static code = 'E_USER_DISABLED'

  constructor(name: string) {
    super(`${name} is disabled: enable the account first`)
  }
}

/** Used, replaced by a newer one, too old, or never made: the same for whoever guesses. */
export class PasswordLinkDead extends Exception {
  static status = 404
  static code = 'E_PASSWORD_LINK_DEAD'

  constructor() {
    super('This link was used already or is too old: ask an administrator for a new one')
  }
}

export class WrongPassword extends Exception {
  static status = 422
  static code = 'E_WRONG_PASSWORD'

  constructor() {
    super('The present password is another one: nothing was changed')
  }
}

export class PasswordTooShort extends Exception {
  static status = 422
  static code = 'E_PASSWORD_TOO_SHORT'

  constructor(minLength: number) {
    super(`The new password is too short: take ${minLength} characters or more`)
  }
}
