import { Exception } from '@adonisjs/core/exceptions'

export class PresetNotFound extends Exception {
  static status = 422
  static code = 'E_PRESET_NOT_FOUND'

  constructor(name: string, known: string[]) {
    super(`There is no preset "${name}": choose one of ${known.join(', ')}`)
  }
}

/** The preset in the address is not on offer. */
export class PresetMissing extends Exception {
  static status = 404
  static code = 'E_PRESET_MISSING'

  constructor(name: string) {
    super(`There is no preset "${name}"`)
  }
}

export class PresetNameTaken extends Exception {
  static status = 409
  static code = 'E_PRESET_NAME_TAKEN'

  constructor(name: string) {
    super(`There is a preset "${name}" already, or was one: choose another name`)
  }
}

export class PresetChanged extends Exception {
  static status = 409
  static code = 'E_PRESET_CHANGED'

  constructor(name: string, newest: number) {
    super(`"${name}" was changed meanwhile: look at version ${newest} and change that`)
  }
}
