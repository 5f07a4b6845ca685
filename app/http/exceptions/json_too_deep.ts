import { Exception } from '@adonisjs/core/exceptions'

export class JsonTooDeep extends Exception {
  static status = 400
  static code = 'E_JSON_TOO_DEEP'

  constructor(maxDepth: number) {
    super(`The body is nested deeper than ${maxDepth}: send it flatter`)
  }
}
