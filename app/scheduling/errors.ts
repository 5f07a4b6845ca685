import { Exception } from '@adonisjs/core/exceptions'

export class InvalidCron extends Exception {
  static status = 422
  static code = 'E_INVALID_CRON'

  constructor(cron: string, reason: string) {
    super(
      `"${cron}" is no cron that can be used: ${reason}. Give five fields (minute, hour, day of month, ` +
        'month, day of week), such as "30 2 * * 1-5" for 02:30 from Monday to Friday'
    )
  }
}

export class InvalidTimeZone extends Exception {
  static status = 422
  static code = 'E_INVALID_TIME_ZONE'

  constructor(timeZone: string) {
    super(`There is no time zone "${timeZone}": give a name such as "Europe/Berlin" or "UTC"`)
  }
}

export class InvalidParameters extends Exception {
  static status = 422
  static code = 'E_INVALID_PARAMETERS'

  constructor(action: string, reasons: string[]) {
    super(`These parameters do not fit "${action}": ${reasons.join(' ')}`)
  }
}

export class ScheduleNotFound extends Exception {
  static status = 404
  static code = 'E_SCHEDULE_NOT_FOUND'

  constructor(idOrName: number | string, known: string[]) {
    const choose = known.length > 0 ? `: choose one of ${known.join(', ')}` : ''
    super(`There is no schedule "${idOrName}"${choose}`)
  }
}

export class InvalidScheduleName extends Exception {
  static status = 422
  static code = 'E_INVALID_SCHEDULE_NAME'

  constructor(name: string, maxLength: number) {
    super(
      `"${name}" cannot be the name of a schedule: give 1 to ${maxLength} characters that are not figures alone`
    )
  }
}

export class ScheduleNameTaken extends Exception {
  static status = 409
  static code = 'E_SCHEDULE_NAME_TAKEN'

  constructor(name: string) {
    super(`There is a schedule "${name}" already: give another name, or change that one`)
  }
}

export class ScheduleFiring extends Exception {
  static status = 409
  static code = 'E_SCHEDULE_FIRING'

  constructor(name: string) {
    super(`"${name}" is running just now: turn it off, and delete it when it is done`)
  }
}

export class FiringNotFound extends Exception {
  static status = 404
  static code = 'E_FIRING_NOT_FOUND'

  constructor(id: number | string, schedule: string) {
    super(`The schedule "${schedule}" has no firing ${id}`)
  }
}
