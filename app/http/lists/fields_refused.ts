import { Exception } from '@adonisjs/core/exceptions'

/** Fields were asked for that are not there. */
export class FieldsRefused extends Exception {
  static status = 422
  static code = 'E_VALIDATION'

  readonly messages: { field: string; message: string; rule: string }[]

  constructor(name: string, known: string[]) {
    const message = `"${name.slice(0, 80)}" is no field here: choose from ${known.join(', ')}`
    super(message)
    this.messages = [{ field: 'fields', message, rule: 'enum' }]
  }
}
