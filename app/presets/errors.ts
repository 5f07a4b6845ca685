import { Exception } from '@adonisjs/core/exceptions'

export class PresetNotFound extends Exception {
  static status = 422
  static code = 'E_PRESET_NOT_FOUND'

  constructor(name: string, known: string[]) {
    super(`There is no preset "${name}": choose one of ${known.join(', ')}`)
  }
}
