import { Exception } from '@adonisjs/core/exceptions'

export class WindowRefused extends Exception {
  static status = 422
  static code = 'E_WORK_WINDOW_REFUSED'
}

export class WindowNotFound extends Exception {
  static status = 404
  static code = 'E_WORK_WINDOW_NOT_FOUND'

  constructor(id: number | string) {
    super(`There is no work window ${id}`)
  }
}
